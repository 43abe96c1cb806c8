// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.erdtman.jcs.JsonCanonicalizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The one spelling of a JSON value that is hashed, signed and committed to (RFC 8785). */
public final class CanonicalJson {

    /** Whole numbers beyond are not exact in a double, which is what RFC 8785 knows as number. */
    private static final long LARGEST_EXACT = 1L << 53;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CanonicalJson() {}

    /** The text of a value. */
    public static String text(JsonNode value) {
        try {
            return new JsonCanonicalizer(value.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of JSON cannot be canonicalised", e);
        }
    }

    /**
     * The text of an object.
     *
     * @param members plain values, lists and maps of such
     * @throws IllegalArgumentException when a member is no such value, or a whole number that is
     *     not exact in a double
     */
    public static String text(Map<String, ?> members) {
        JsonNode object = MAPPER.valueToTree(members);
        requireExact(object);
        return text(object);
    }

    /** The text in UTF-8. */
    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Lower-case hex SHA-256 of the text in UTF-8. */
    public static String hash(JsonNode value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(value));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private static void requireExact(JsonNode value) {
        boolean exact =
                value.canConvertToLong()
                        && value.asLong() >= -LARGEST_EXACT
                        && value.asLong() <= LARGEST_EXACT;
        if (value.isIntegralNumber() && !exact) {
            throw new IllegalArgumentException("a number is too large to be exact");
        }
        value.forEach(CanonicalJson::requireExact);
    }
}
