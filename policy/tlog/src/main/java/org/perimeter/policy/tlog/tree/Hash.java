// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tree;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.encoding.StrictBase64;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 value of the Merkle tree: a leaf, an inner node or a root (RFC 6962 section 2.1).
 *
 * <p>Leaves and nodes are hashed under different prefixes, so that no entry can pose as a subtree.
 */
public final class Hash {

    /** Bytes in a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Hashes an entry: SHA-256(0x00 ‖ entry). */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF_PREFIX);
        return new Hash(digest.digest(entry));
    }

    /** Hashes two subtrees: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE_PREFIX);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The root of a tree without entries: SHA-256 of nothing. */
    public static Hash emptyTree() {
        return new Hash(sha256().digest());
    }

    /**
     * Takes 32 bytes out of a larger array, for tiles.
     *
     * @throws IndexOutOfBoundsException when fewer than 32 bytes follow {@code offset}
     */
    public static Hash at(byte[] source, int offset) {
        if (offset < 0 || offset + LENGTH > source.length) {
            throw new IndexOutOfBoundsException(offset);
        }
        return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
    }

    /**
     * Reads a hash from canonical base64.
     *
     * @throws MalformedLogException when it is not the base64 of 32 bytes
     */
    public static Hash parseBase64(String text) throws MalformedLogException {
        byte[] bytes = StrictBase64.decode(text);
        if (bytes.length != LENGTH) {
            throw new MalformedLogException("a hash of " + bytes.length + " bytes, not 32");
        }
        return new Hash(bytes);
    }

    /** The 32 bytes, as a copy. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The form that checkpoints and receipts use. */
    public String toBase64() {
        return StrictBase64.encode(bytes);
    }

    /** Lower-case hexadecimal. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
