// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.house;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.name.PostWords;

/**
 * A house number in a post.
 *
 * @param first its first token
 * @param number in its one form
 */
public record WrittenHouse(int first, String number) {

    /** The longest number that ends at the token; null when none does. */
    public static @Nullable WrittenHouse endingAt(PostWords post, int last) {
        // 12 1/2, then 85-1159, 12 ½ and what is one token.
        for (int length : new int[] {4, 3, 2, 1}) {
            int first = last - length + 1;
            String text = first < 0 ? "" : text(post, first, last);
            String number = text.isEmpty() ? "" : HouseNumber.of(text);
            if (!number.isEmpty() && (length == 1 || number.matches(".*[-½].*"))) {
                return new WrittenHouse(first, number);
            }
        }
        return null;
    }

    private static String text(PostWords post, int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last; i++) {
            boolean apart = i > first && post.token(i).start() > post.token(i - 1).end();
            text.append(apart ? " " : "").append(post.token(i).surface());
        }
        // A hyphen with blanks around it is a dash between two things.
        boolean dash =
                text.toString()
                        .matches(
                                ".*\\s[-\\u2010-\\u2015\\u2212].*|.*[-\\u2010-\\u2015\\u2212]\\s.*");
        boolean twoNumbers = text.toString().matches("\\S*\\d\\S*\\s(?!1/2$|½$).*");
        return dash || twoNumbers ? "" : text.toString();
    }
}
