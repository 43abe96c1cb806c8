// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.split;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Decides which fifth of a corpus is never trained on, tuned on or looked at, so that it can be
 * reported. The one rule for trainers and scorers alike.
 *
 * <p>An item is held out when {@code CRC32(UTF-8 bytes of its group key) % 5 == 0}. The key is the
 * item's text, or its natural group (a template, an event) where items of one group resemble each
 * other: a group is never torn apart.
 */
public final class HeldOutFifth {

    private static final int PARTS = 5;

    private HeldOutFifth() {}

    /**
     * Whether the items of this group are held out.
     *
     * @param groupKey the text, or the name of the group, exactly as the corpus has it
     */
    public static boolean contains(String groupKey) {
        CRC32 crc = new CRC32();
        crc.update(groupKey.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % PARTS == 0;
    }
}
