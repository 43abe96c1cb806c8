// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbered streets as Spanish says them: {@code la catorce}, {@code calle 10}, {@code 4 oeste}. The
 * article or the direction tells them from other numbers.
 */
final class SpokenNumbers {

    private static final Set<String> BEFORE = Set.of("la", "calle", "avenida");
    private static final Set<String> BEHIND = Set.of("oeste", "este", "norte", "sur");
    private static final int LONGEST = 3;

    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("uno", 1),
                    Map.entry("dos", 2),
                    Map.entry("tres", 3),
                    Map.entry("cuatro", 4),
                    Map.entry("cinco", 5),
                    Map.entry("seis", 6),
                    Map.entry("siete", 7),
                    Map.entry("ocho", 8),
                    Map.entry("nueve", 9),
                    Map.entry("diez", 10),
                    Map.entry("once", 11),
                    Map.entry("doce", 12),
                    Map.entry("trece", 13),
                    Map.entry("catorce", 14),
                    Map.entry("quince", 15),
                    Map.entry("dieciseis", 16),
                    Map.entry("diecisiete", 17),
                    Map.entry("dieciocho", 18),
                    Map.entry("diecinueve", 19),
                    Map.entry("veinte", 20));

    private SpokenNumbers() {}

    /** The ordinal that the token is as a street's name; the given word when it is none. */
    static String ordinal(List<Token> tokens, int at, String word) {
        Token token = tokens.get(at);
        Integer number =
                token.kind() == TokenKind.NUMBER ? number(token.norm()) : WORDS.get(token.norm());
        if (number == null) {
            return word;
        }
        boolean said =
                (at > 0 && BEFORE.contains(tokens.get(at - 1).norm()))
                        || (at + 1 < tokens.size() && BEHIND.contains(tokens.get(at + 1).norm()));
        return said ? number + ending(number) : word;
    }

    private static @Nullable Integer number(String digits) {
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= LONGEST
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.valueOf(digits) : null;
    }

    private static String ending(int number) {
        if (number / 10 % 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
