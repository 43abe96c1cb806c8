// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import java.util.List;

/**
 * Groups of digits that may be a phone number.
 *
 * @param plus whether a plus sign precedes them
 * @param joined whether a dash or dot precedes them
 * @param digits the groups
 * @param gaps the first code point between a group and the one before; 0 when there is none
 * @param ends the code point after each group
 */
record PhoneGroups(
        boolean plus, boolean joined, List<String> digits, List<Integer> gaps, List<Integer> ends) {

    /** Country code 1 and ten digits. */
    private static final int NORTH_AMERICAN = 11;

    private static final int FEWEST_INTERNATIONAL = 8;
    private static final int MOST_INTERNATIONAL = 15;
    private static final int FEWEST_SPELLED = 7;

    int size() {
        return digits.size();
    }

    /** The code point after the first {@code count} groups. */
    int end(int count) {
        return ends.get(count - 1);
    }

    /** Whether the last of the first {@code count} groups is short enough for an hour. */
    boolean endsInHour(int count) {
        return digits.get(count - 1).length() <= 2;
    }

    /** Whether the first {@code count} groups are a subscriber's number without area code. */
    boolean isShort(int count) {
        return count == 2 && shape(count).equals("3 4 ");
    }

    /** Whether the first {@code count} groups are a number with country code or trunk prefix. */
    boolean isInternational(int count) {
        String all = all(count);
        if (plus) {
            if (all.startsWith("1")) {
                return all.length() == NORTH_AMERICAN;
            }
            return all.length() >= FEWEST_INTERNATIONAL && all.length() <= MOST_INTERNATIONAL;
        }
        if (all.startsWith("001")) {
            return all.length() == NORTH_AMERICAN + 2;
        }
        if (all.startsWith("00") && !all.startsWith("000")) {
            return all.length() >= FEWEST_INTERNATIONAL + 2;
        }
        return isNational(count, all);
    }

    /** ITU-T E.164 country code 1: 3-3-4 digits, with or without a leading 1 or area code. */
    boolean isNorthAmerican(int count) {
        String all = all(count);
        if (plus) {
            return false;
        }
        return switch (shape(count)) {
            case "10 ", "3 3 4 " -> true;
            case "11 ", "1 10 ", "1 3 3 4 " -> all.charAt(0) == '1';
            case "3 7 " -> isDash(gaps.get(1)) || isSpace(gaps.get(1));
            // A space here would take house numbers, a dot after a 1 the longitude of a place.
            case "3 4 " ->
                    !joined
                            && all.charAt(0) >= '2'
                            && (isDash(gaps.get(1)) || Characters.isDot(gaps.get(1)));
            default -> false;
        };
    }

    /** National numbers elsewhere: a trunk 0, then at least eight digits; but not a date. */
    private boolean isNational(int count, String all) {
        String shape = shape(count);
        boolean date = shape.startsWith("2 2 4 ") || (shape.startsWith("2 2 2 ") && count <= 4);
        return all.startsWith("0")
                && all.length() >= 9
                && all.length() <= 11
                && (count == 1 ? all.length() >= 10 : digits.get(0).length() >= 2)
                && !date;
    }

    /**
     * How many groups are digits that somebody set apart one by one; 0 when it is no number but a
     * countdown, or there are too few.
     */
    int spelled() {
        int count = leading(1);
        if (count < FEWEST_SPELLED) {
            return 0;
        }
        int step = digits.get(1).charAt(0) - digits.get(0).charAt(0);
        for (int i = 2; i < count; i++) {
            if (digits.get(i).charAt(0) - digits.get(i - 1).charAt(0) != step) {
                return count;
            }
        }
        return 0;
    }

    /** With how many groups the pairs of digits end that they begin with. */
    int pairs() {
        return leading(2);
    }

    /** Whether they read as a number with decimals, such as a coordinate. */
    boolean isDecimal(int count) {
        return count == 2 && Characters.isDot(gaps.get(1));
    }

    private int leading(int length) {
        int count = 0;
        while (count < digits.size() && digits.get(count).length() == length) {
            count++;
        }
        return count;
    }

    /** The digits of the first {@code count} groups. */
    String all(int count) {
        return String.join("", digits.subList(0, count));
    }

    private String shape(int count) {
        StringBuilder shape = new StringBuilder();
        for (String group : digits.subList(0, count)) {
            shape.append(group.length()).append(' ');
        }
        return shape.toString();
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isSpace(int c) {
        return Characters.isSpace(c);
    }
}
