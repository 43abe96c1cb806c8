// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Expands a template: {@code [a|b]} becomes one of its alternatives, {@code {slot}} one of the
 * slot's values. Alternatives and values may hold slots again.
 */
final class Grammar {

    /** A slot that comes back to itself would never end. */
    private static final int DEEPEST = 8;

    private final Map<String, List<String>> slots;
    private final Random random;

    Grammar(Map<String, List<String>> slots, Random random) {
        this.slots = Map.copyOf(slots);
        this.random = random;
    }

    /**
     * One sentence of the template.
     *
     * @throws IllegalArgumentException at a slot without values, one that never ends, or an open
     *     bracket
     */
    String expand(String template) {
        return expand(template, 0);
    }

    private String expand(String template, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a slot that comes back to itself");
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '[') {
                int end = closing(template, at, ']');
                List<String> choices = List.of(template.substring(at + 1, end).split("\\|", -1));
                text.append(expand(pick(choices), depth + 1));
                at = end + 1;
            } else if (c == '{') {
                int end = closing(template, at, '}');
                text.append(expand(value(template.substring(at + 1, end)), depth + 1));
                at = end + 1;
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private String value(String slot) {
        List<String> values = slots.get(slot);
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("nothing to fill the slot " + slot);
        }
        return pick(values);
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static int closing(String template, int from, char bracket) {
        int end = template.indexOf(bracket, from);
        if (end < 0) {
            throw new IllegalArgumentException("open bracket in a template");
        }
        return end;
    }
}
