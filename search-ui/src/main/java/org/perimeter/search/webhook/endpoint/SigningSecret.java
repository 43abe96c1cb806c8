// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that an endpoint shares with us: {@code whsec_} and 24 to 64 random bytes in Base64. */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private SigningSecret(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Reads a secret.
     *
     * @throws IllegalArgumentException when it has another form; the message does not repeat it
     */
    public static SigningSecret parse(String text) {
        byte[] bytes = new byte[0];
        if (text.startsWith(PREFIX)) {
            try {
                bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            } catch (IllegalArgumentException e) {
                // The one message for all that is not such a secret; e quotes a part of it.
                bytes = new byte[0];
            }
        }
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "must be whsec_ and 24 to 64 random bytes in Base64; make one with:"
                            + " echo \"whsec_$(openssl rand -base64 32)\"");
        }
        return new SigningSecret(new SecretKeySpec(bytes, ALGORITHM));
    }

    /**
     * Signs a message as Standard Webhooks ask.
     *
     * @param id of the message, without a full stop
     * @param timestamp of the attempt, Unix seconds
     * @param body the bytes that are sent
     * @return {@code v1,} and the HMAC in Base64
     */
    public String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningSecret[redacted]";
    }
}
