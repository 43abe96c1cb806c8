// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import org.perimeter.policy.tlog.encoding.MalformedLogException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries in one file, each behind its length as a big-endian 16-bit number. */
public final class EntryBundle {

    /** The longest entry that the length prefix can describe, in bytes. */
    static final int MAX_ENTRY_LENGTH = 0xFFFF;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            requireFits(entry);
            length += Short.BYTES + entry.length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /**
     * Takes a bundle apart.
     *
     * @param path names it in the exception
     */
    static List<byte[]> decode(byte[] bundle, TilePath path) throws MalformedLogException {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>(path.width());
        for (int i = 0; i < path.width(); i++) {
            int length = rest.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(rest.getShort());
            if (length < 0 || length > rest.remaining()) {
                throw new MalformedLogException(path.path() + " ends inside its entry " + i);
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (rest.hasRemaining()) {
            throw new MalformedLogException(
                    path.path() + " holds more than " + path.width() + " entries");
        }
        return entries;
    }

    public static void requireFits(byte[] entry) {
        if (entry.length > MAX_ENTRY_LENGTH) {
            throw new IllegalArgumentException(
                    "an entry of " + entry.length + " bytes; at most " + MAX_ENTRY_LENGTH);
        }
    }
}
