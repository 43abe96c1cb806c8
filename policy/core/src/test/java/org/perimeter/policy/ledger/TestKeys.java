// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.note.TestSigners;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Throw-away keys. */
public final class TestKeys {

    private TestKeys() {}

    static LedgerKeys ledger(String origin) {
        return new LedgerKeys(
                TestSigners.signer(origin), secret("HmacSHA256", 1), secret("AES", 2));
    }

    static SecretKey secret(String algorithm, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, algorithm);
    }
}
