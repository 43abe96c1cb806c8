// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.tree.Hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals one salted payload with AES-256-GCM: nonce (12 bytes), then ciphertext and tag. The entry's
 * index is authenticated, so that sealed payloads cannot change places.
 */
final class PayloadSeal {

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    PayloadSeal(SecretKey key) {
        this.key = key;
    }

    byte[] seal(long index, SaltedPayload payload) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, index);
            byte[] text = Hash.utf8(payload.payload());
            byte[] plain =
                    ByteBuffer.allocate(SaltedPayload.SALT_LENGTH + text.length)
                            .put(payload.salt())
                            .put(text)
                            .array();
            byte[] sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(NONCE_LENGTH + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the payload key does not fit AES-GCM", e);
        }
    }

    /** The payload, or null when it was erased, or sealed by another key or for another entry. */
    @Nullable SaltedPayload open(long index, byte[] file, int position, int length) {
        if (length < NONCE_LENGTH + SaltedPayload.SALT_LENGTH) {
            return null;
        }
        byte[] nonce = new byte[NONCE_LENGTH];
        System.arraycopy(file, position, nonce, 0, NONCE_LENGTH);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, index);
            ByteBuffer plain =
                    ByteBuffer.wrap(
                            cipher.doFinal(file, position + NONCE_LENGTH, length - NONCE_LENGTH));
            byte[] salt = new byte[SaltedPayload.SALT_LENGTH];
            plain.get(salt);
            return new SaltedPayload(salt, StandardCharsets.UTF_8.decode(plain).toString());
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long index) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
        return cipher;
    }
}
