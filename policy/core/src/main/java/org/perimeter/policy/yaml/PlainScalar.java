// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an unquoted scalar by the JSON schema of YAML 1.2. What its core schema, or YAML 1.1 that
 * many programs still speak, reads as something else is refused: {@code 0x1F}, {@code 010} which
 * was eight, {@code no} which was false, {@code 12:30} which was 750.
 */
final class PlainScalar {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ScalarResolver JSON = new JsonScalarResolver();
    private static final ScalarResolver CORE = new CoreScalarResolver(false);

    private static final int LONGEST_NUMBER = 32;

    /**
     * JSON itself, which wants digits behind the point; no exponent of three digits fits a double.
     */
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

    private static final Set<String> WORDS_OF_YAML_1_1 =
            Set.of("yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", "+.inf", "=");

    /** Numbers with underscores, of base 60, and times, as YAML 1.1 had them. */
    private static final Pattern NUMBER_OF_YAML_1_1 =
            Pattern.compile("[-+.]?[0-9][0-9a-fA-FxXoOeE_:.+-]*(T[0-9:.Z+-]*)?");

    /**
     * They look like numbers and are none to anybody: a day, and an address with or without port.
     */
    private static final Pattern DAY_OR_ADDRESS =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,3}(\\.[0-9]{1,3}){3}(:[0-9]{1,5})?");

    private PlainScalar() {}

    static JsonNode read(String text, String path, int line) throws RefusedYamlException {
        Tag tag = JSON.resolve(text, true);
        if (tag.equals(Tag.NULL) && CORE.resolve(text, true).equals(tag)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (text.length() <= LONGEST_NUMBER && JSON_NUMBER.matcher(text).matches()) {
            return tag.equals(Tag.INT)
                    ? NODES.numberNode(new BigInteger(text))
                    : NODES.numberNode(new BigDecimal(text));
        }
        if (!isWord(tag) || !isWord(CORE.resolve(text, true)) || isOfYaml11(text)) {
            throw new RefusedYamlException(
                    path,
                    line,
                    "“"
                            + text
                            + "” means different things to different readers; quote it, or"
                            + " write a plain decimal number, true or false");
        }
        return NODES.textNode(text);
    }

    /** What this library would fill in from the environment is a word to everybody else. */
    private static boolean isWord(Tag tag) {
        return tag.equals(Tag.STR) || tag.equals(Tag.ENV_TAG);
    }

    private static boolean isOfYaml11(String text) {
        return WORDS_OF_YAML_1_1.contains(text.toLowerCase(Locale.ROOT))
                || (NUMBER_OF_YAML_1_1.matcher(text).matches()
                        && !DAY_OR_ADDRESS.matcher(text).matches());
    }
}
