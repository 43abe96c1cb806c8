// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the identity map knows of a stored post, and nothing else.
 *
 * @param network the platform
 * @param postId the post's id there
 * @param authorId the author's stable id there
 * @param permalink where a person can read it; null when the platform gives none
 */
public record Identity(String network, String postId, String authorId, @Nullable String permalink) {

    private static final int MOST_BYTES = 65_536;

    /** Encrypts it for one document. */
    public String seal(IncidentKey key, String documentId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, network);
            write(out, postId);
            write(out, authorId);
            write(out, permalink == null ? "" : permalink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key.seal(bytes.toByteArray(), documentId);
    }

    /**
     * Decrypts it.
     *
     * @throws IllegalArgumentException when it was sealed by another key or for another document
     */
    public static Identity open(IncidentKey key, String sealed, String documentId) {
        byte[] plain = key.open(sealed, documentId);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            String network = read(in);
            String postId = read(in);
            String authorId = read(in);
            String permalink = read(in);
            return new Identity(network, postId, authorId, permalink.isEmpty() ? null : permalink);
        } catch (IOException e) {
            throw new IllegalArgumentException("the sealed text is no identity", e);
        }
    }

    private static void write(DataOutputStream out, String part) throws IOException {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a part of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
