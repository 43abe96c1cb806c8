// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;

import org.erdtman.jcs.JsonCanonicalizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one spelling of a JSON value that is hashed and signed (RFC 8785). */
final class CanonicalJson {

    private CanonicalJson() {}

    /** Lower-case hex SHA-256 of the canonical UTF-8 form. */
    static String hash(JsonNode tree) {
        try {
            byte[] canonical = new JsonCanonicalizer(tree.toString()).getEncodedUTF8();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("a parsed tree cannot be canonicalised", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
