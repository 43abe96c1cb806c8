// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.tree.Hash;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a ledger entry commits to: the details of an event and the random salt that keeps anyone
 * from guessing them out of the public commitment.
 */
public final class SaltedPayload {

    static final int SALT_LENGTH = 32;

    private final byte[] salt;
    private final String payload;

    /**
     * @param salt 32 random bytes
     * @param payload canonical JSON
     */
    public SaltedPayload(byte[] salt, String payload) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("a salt of " + salt.length + " bytes, not 32");
        }
        this.salt = salt.clone();
        this.payload = payload;
    }

    /** Salts a payload afresh. */
    public static SaltedPayload of(String payload, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new SaltedPayload(salt, payload);
    }

    /** The salt, as a copy. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The details. */
    public String payload() {
        return payload;
    }

    /** Lower-case hex of SHA-256(salt ‖ payload), as in {@link LedgerEntry#objCommit()}. */
    public String commitment() {
        MessageDigest digest = Hash.sha256();
        digest.update(salt);
        return HexFormat.of().formatHex(digest.digest(Hash.utf8(payload)));
    }

    /** Hides the payload. */
    @Override
    public String toString() {
        return "SaltedPayload[" + commitment() + "]";
    }
}
