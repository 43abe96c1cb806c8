// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds the canonical JSON (RFC 8785) of a draft's payload: one flat object. */
public final class CanonicalPayload {

    private static final int FIRST_PRINTABLE = 0x20;

    private final Map<String, String> members = new TreeMap<>();

    /** A text member. */
    public CanonicalPayload with(String name, String value) {
        members.put(name, quote(value));
        return this;
    }

    /** A number member; must be exact in a double. */
    public CanonicalPayload with(String name, long value) {
        members.put(name, Long.toString(value));
        return this;
    }

    /** The JSON text, members in the order of their names. */
    public String toJson() {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append(quote(member.getKey())).append(':').append(member.getValue());
        }
        return json.append('}').toString();
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
