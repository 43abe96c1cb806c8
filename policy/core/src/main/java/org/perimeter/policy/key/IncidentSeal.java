// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import javax.crypto.SecretKey;

/**
 * Shows that a process with the deployment's keys said something of an incident, and not somebody
 * who only reaches the store.
 */
public final class IncidentSeal {

    private static final String PURPOSE = "perimeter/incident-seal@v1";

    private final byte[] key;

    /**
     * @param master key of the deployment
     */
    public IncidentSeal(SecretKey master) {
        // A key of its own, so that no other use of the master key yields a seal.
        this.key = Secrets.hmac(master.getEncoded(), PURPOSE).getBytes(StandardCharsets.US_ASCII);
    }

    /** The seal of these parts, in lower-case hex. */
    public String of(String... parts) {
        return Secrets.hmac(key, parts);
    }

    /** Whether a seal is the one of these parts. */
    public boolean isOf(String seal, String... parts) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(parts).getBytes(StandardCharsets.UTF_8));
    }
}
