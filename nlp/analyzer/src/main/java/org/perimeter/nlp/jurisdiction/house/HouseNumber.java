// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.house;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * House numbers in one form, whether a map or a post writes them: {@code 12}, {@code 12a}, {@code
 * 12½}, {@code 85-1159}. A hyphen joins two parts of one number, as in Queens, or the ends of a
 * range; which of both is not known, so both are.
 */
public final class HouseNumber {

    private static final Pattern FORM =
            Pattern.compile("0*(\\d{1,7}(?:½|[a-z]{1,2})?(?:-\\d{1,5}[a-z]?)?)");
    private static final Pattern RANGE = Pattern.compile("([1-9]\\d*)-([1-9]\\d*)");
    private static final Pattern LETTERED = Pattern.compile("(\\d+)(?:½|[a-z]{1,2})");
    private static final int LONGEST_RANGE = 100;

    private HouseNumber() {}

    /** The numbers that a map writes in one tag, several of them parted by signs. */
    public static List<String> listed(String written) {
        List<String> numbers = new ArrayList<>();
        for (String part : written.replaceAll("\\s*1/2", "½").split("[;,/&+]", -1)) {
            String number = of(part);
            if (!number.isEmpty()) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    /** One number in its one form; empty when it is none. */
    public static String of(String written) {
        String plain =
                written.toLowerCase(Locale.ROOT)
                        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                        .replaceAll("\\s*1/2", "½")
                        .replaceAll("\\s+", "");
        Matcher form = FORM.matcher(plain);
        return form.matches() ? form.group(1) : "";
    }

    /** What the number may stand for besides itself: the houses of a range, that without letter. */
    public static Set<String> implied(String number) {
        Set<String> implied = new LinkedHashSet<>();
        Matcher range = RANGE.matcher(number);
        Matcher lettered = LETTERED.matcher(number);
        if (range.matches() && range.group(1).length() == range.group(2).length()) {
            int low = Integer.parseInt(range.group(1));
            int high = Integer.parseInt(range.group(2));
            int step = (high - low) % 2 == 0 ? 2 : 1;
            for (int i = low; i <= high && high - low <= LONGEST_RANGE; i += step) {
                implied.add(Integer.toString(i));
            }
        } else if (lettered.matches()) {
            implied.add(lettered.group(1));
        }
        return implied;
    }

    /** Whether it is one number without letter, half or hyphen. */
    public static boolean isPlain(String number) {
        return number.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
