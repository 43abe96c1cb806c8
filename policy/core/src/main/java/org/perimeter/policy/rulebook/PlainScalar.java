// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an unquoted YAML scalar as JSON would, and refuses what YAML 1.1 reads as something else:
 * {@code 010} is eight there, {@code no} is false, {@code 12:30} is 750.
 */
final class PlainScalar {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int LONGEST_NUMBER = 32;

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Anything else that some YAML reader takes for a number or a time. */
    private static final Pattern NUMBER_LIKE =
            Pattern.compile("[-+.]?[0-9][0-9a-fA-FxXoOeE_:.+-]*(T[0-9:.Z+-]*)?");

    private static final Set<String> AMBIGUOUS =
            Set.of("yes", "no", "on", "off", "y", "n", "~", ".inf", "-.inf", "+.inf", ".nan", "=");

    private PlainScalar() {}

    static JsonNode read(String text, String path, int line) throws StrictYamlException {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (text.isEmpty() || text.equals("null")) {
            return NODES.nullNode();
        }
        if (text.length() <= LONGEST_NUMBER && JSON_NUMBER.matcher(text).matches()) {
            return NODES.numberNode(new BigDecimal(text));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean word =
                AMBIGUOUS.contains(lower)
                        || lower.equals("true")
                        || lower.equals("false")
                        || lower.equals("null");
        boolean number = NUMBER_LIKE.matcher(text).matches() && !ISO_DATE.matcher(text).matches();
        if (word || number) {
            throw new StrictYamlException(
                    path,
                    line,
                    "“"
                            + text
                            + "” means different things to different readers; quote it, or"
                            + " write a plain decimal number, true or false");
        }
        return NODES.textNode(text);
    }
}
