// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Remembers which versions of which entries were delivered: the last thousand, each as 64 bits of a
 * digest of everything that was read of it.
 */
final class SeenItems {

    private static final int MOST = 1000;

    private final LinkedHashSet<String> marks = new LinkedHashSet<>();

    /** Continues with marks that were kept. */
    void restore(Collection<String> kept) {
        marks.clear();
        marks.addAll(kept);
    }

    /** The marks, the oldest first. */
    List<String> kept() {
        return List.copyOf(marks);
    }

    boolean contains(String mark) {
        return marks.contains(mark);
    }

    /** Remembers a mark as the newest; forgets the oldest above a thousand. */
    void add(String mark) {
        marks.remove(mark);
        marks.add(mark);
        if (marks.size() > MOST) {
            marks.remove(marks.iterator().next());
        }
    }

    /** The mark of something that consists of the given parts. */
    static String mark(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            byte[] half = Arrays.copyOf(digest.digest(), 8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
