// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The addresses that posts and authors of the exercise have on their network. They are digests, so
 * that no address tells which pack a post belongs to.
 */
public final class Addresses {

    /** The network of the exercise. */
    public static final String NETWORK = "exercise";

    private static final String HOST = "https://exercise.invalid";
    private static final int ID_BYTES = 9;

    private Addresses() {}

    /** The stable id of a post. */
    public static String post(String key) {
        return HOST + "/notes/" + opaque("post " + key);
    }

    /** The stable id of an author. */
    public static String author(String key) {
        return HOST + "/users/" + opaque("author " + key);
    }

    private static String opaque(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
