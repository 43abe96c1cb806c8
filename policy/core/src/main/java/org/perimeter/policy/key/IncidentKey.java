// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import org.perimeter.policy.controls.Control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys of one incident: pseudonyms and document ids (control IDN-01) and the identity map.
 * Of two incidents the same author and the same post get different names.
 */
public final class IncidentKey {

    private static final String GCM = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int LINK_LENGTH = 16;

    private final byte[] hmacKey;
    private final SecretKeySpec mapKey;

    IncidentKey(byte[] hmacKey, byte[] mapKey) {
        this.hmacKey = hmacKey.clone();
        this.mapKey = new SecretKeySpec(mapKey, "AES");
    }

    /** Id of a post's document: 64 hex digits. */
    @Control({"IDN-01", "RET-03"})
    public String documentId(String network, String postId) {
        return Secrets.hmac(hmacKey, "post", network, postId);
    }

    /** Pseudonym of an author: 64 hex digits. */
    @Control("IDN-01")
    public String author(String network, String authorId) {
        return Secrets.hmac(hmacKey, "author", network, authorId);
    }

    /** Pseudonym of a link, so that posts that point to one page are known: 16 hex digits. */
    public String link(String link) {
        return Secrets.hmac(hmacKey, "link", link, "").substring(0, LINK_LENGTH);
    }

    /**
     * Encrypts with AES-256-GCM under a fresh nonce.
     *
     * @param context what the text belongs to, such as its document id; needed again to open it
     * @return nonce, ciphertext and tag, Base64
     */
    public String seal(byte[] plain, String context) {
        byte[] nonce = Secrets.random(NONCE_LENGTH);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            byte[] whole = new byte[nonce.length + sealed.length];
            System.arraycopy(nonce, 0, whole, 0, nonce.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot encrypt with AES-256-GCM", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalArgumentException when it was changed, or sealed by another key or for another
     *     context
     */
    public byte[] open(String sealed, String context) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        if (whole.length < NONCE_LENGTH + TAG_BITS / 8) {
            throw new IllegalArgumentException("too short for a sealed text");
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_LENGTH);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context)
                    .doFinal(whole, NONCE_LENGTH, whole.length - NONCE_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed by this key for this context", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(GCM);
        cipher.init(mode, mapKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
