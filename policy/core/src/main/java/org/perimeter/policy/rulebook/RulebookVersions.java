// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The order of version labels: runs of digits as numbers, what is between them as text, so that 10
 * follows 9 and 2026-02 follows 2026-01.
 */
public final class RulebookVersions implements Comparator<String> {

    /** The one order there is. */
    public static final RulebookVersions ORDER = new RulebookVersions();

    private static final Pattern BORDER =
            Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    private RulebookVersions() {}

    @Override
    public int compare(String one, String other) {
        String[] left = BORDER.split(one, -1);
        String[] right = BORDER.split(other, -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order =
                    isNumber(left[i]) && isNumber(right[i])
                            ? new BigInteger(left[i]).compareTo(new BigInteger(right[i]))
                            : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
