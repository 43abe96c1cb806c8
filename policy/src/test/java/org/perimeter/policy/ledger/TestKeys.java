// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Throw-away keys. */
final class TestKeys {

    private TestKeys() {}

    static NoteSigner signer(String name) {
        try {
            return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static LedgerKeys ledger(String origin) {
        return new LedgerKeys(signer(origin), secret("HmacSHA256", 1), secret("AES", 2));
    }

    static SecretKey secret(String algorithm, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, algorithm);
    }
}
