// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.note;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/** Throw-away signers. */
public final class TestSigners {

    private TestSigners() {}

    /** A signer with a fresh key. */
    public static NoteSigner signer(String name) {
        try {
            return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
