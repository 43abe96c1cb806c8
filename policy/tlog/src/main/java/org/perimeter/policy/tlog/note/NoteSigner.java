// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.note;

import org.perimeter.policy.tlog.tree.Hash;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/** Signs notes with an Ed25519 key under a name (C2SP signed-note). */
public final class NoteSigner {

    private final VerifierKey verifierKey;
    private final PrivateKey privateKey;

    /**
     * @param name of the key; for a log its origin, such as {@code rtcc.example.org/audit}
     * @param keys an Ed25519 pair
     * @throws IllegalArgumentException when the name or the keys do not fit
     */
    public NoteSigner(String name, KeyPair keys) {
        this.verifierKey = VerifierKey.of(name, keys.getPublic());
        this.privateKey = keys.getPrivate();
    }

    /** What others need to verify this signer's notes. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * Signs a text.
     *
     * @param text not empty, ending in a newline
     */
    public SignedNote sign(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends in a newline");
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(Hash.utf8(text));
            return new SignedNote(text, List.of(NoteSignature.of(verifierKey, signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign with Ed25519", e);
        }
    }
}
