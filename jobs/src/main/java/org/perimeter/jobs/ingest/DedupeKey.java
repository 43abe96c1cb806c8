// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random key under which post ids are hashed while a job lives. It travels in the job graph,
 * never in a checkpoint, and nobody keeps it: the hashes in old checkpoints name nothing.
 */
public final class DedupeKey implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final byte[] key;

    private DedupeKey(byte[] key) {
        this.key = key;
    }

    /** A fresh key. */
    public static DedupeKey random() {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return new DedupeKey(key);
    }

    /** A hasher for one thread. */
    public PostHash hasher() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new PostHash(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Hashes post ids; used by one thread. */
    public static final class PostHash {

        private final Mac mac;

        private PostHash(Mac mac) {
            this.mac = mac;
        }

        /** HMAC-SHA-256 over the two parts, each with its length before it; half of it. */
        public PostKey of(String network, String postId) {
            update(network);
            update(postId);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
            return new PostKey(hash.getLong(), hash.getLong());
        }

        private void update(String part) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            mac.update(utf8);
        }
    }
}
