// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Recognises phone numbers by how their digits are grouped, and leaves times, dates, house numbers,
 * coordinates and short numbers alone. It never looks further than the longest number reaches.
 */
final class PhoneScanner {

    private static final int MOST_DIGITS = 17;
    private static final int MOST_GROUPS = 17;
    private static final int LONGEST_GAP = 3;
    private static final int LONGEST_EXTENSION = 6;

    private static final int FEWEST_DIGITS = 8;
    private static final int FEWEST_PAIRS = 4;
    private static final int MOST_NATIONAL = 13;

    private final int[] text;
    private final String flat;
    private final NumberPlans plans;

    PhoneScanner(FoldedText text, NumberPlans plans) {
        this.text = text.characters();
        this.flat = text.flat();
        this.plans = plans;
    }

    /**
     * The phone number that begins at {@code start}; null when none does.
     *
     * @param floor where the identifier before ends; what lies before it is not looked at, because
     *     it will not be there any more
     */
    @Nullable Identifier find(int start, int floor) {
        int c = text[start];
        boolean opens = Character.isDigit(c) || c == '+' || c == '(';
        if (!opens || continuesNumber(start, floor)) {
            return null;
        }
        PhoneGroups groups = read(start, floor);
        // The national shape is exact; elsewhere the longest number wins, for lengths vary.
        for (int count = 1; count <= groups.size(); count++) {
            if (groups.isNorthAmerican(count) && isFree(groups, count)) {
                return phone(start, groups.end(count));
            }
        }
        for (int count = groups.size(); count > 0; count--) {
            if (groups.isInternational(count) && isFree(groups, count)) {
                return phone(start, groups.end(count));
            }
        }
        int spelled = groups.spelled();
        if (spelled > 0) {
            return phone(start, groups.end(spelled));
        }
        int end = regionalEnd(start, groups);
        return end > start ? phone(start, end) : null;
    }

    /** End of a number of the regions' own plans; {@code start} when none begins there. */
    private int regionalEnd(int start, PhoneGroups groups) {
        for (int count = 1; count <= groups.size(); count++) {
            String digits = groups.all(count);
            boolean pairs = count <= groups.pairs() && count >= FEWEST_PAIRS;
            boolean national = !groups.isDecimal(count) && plans.isElsewhere();
            if (digits.length() >= FEWEST_DIGITS
                    && digits.length() <= MOST_NATIONAL
                    && (pairs || national)
                    && plans.isNumber(digits)
                    && (pairs || plans.isGrouped(flat.substring(start, groups.end(count))))
                    && isFree(groups, count)) {
                return groups.end(count);
            }
        }
        return start;
    }

    private Identifier phone(int start, int end) {
        return new Identifier(IdentifierKind.PHONE, start, extensionEnd(end));
    }

    /** Whether the number ends where its groups end and is no range of house numbers. */
    private boolean isFree(PhoneGroups groups, int count) {
        int end = groups.end(count);
        boolean free =
                end >= text.length
                        || !(Character.isLetterOrDigit(text[end])
                                || (groups.endsInHour(count) && isTime(end)))
                        || extensionEnd(end) > end;
        return free && !(groups.isShort(count) && isBlock(end));
    }

    /** Whether the text before belongs to the same number or word. */
    private boolean continuesNumber(int start, int floor) {
        if (start == floor) {
            return false;
        }
        int before = text[start - 1];
        if (Character.isLetterOrDigit(before)) {
            return text[start] != '(' || Character.isDigit(before);
        }
        if (Character.getType(before) == Character.CURRENCY_SYMBOL) {
            return true;
        }
        boolean decimal = Characters.isDot(before) || before == ',' || before == ':';
        return decimal && start - 1 > floor && Character.isDigit(text[start - 2]);
    }

    private PhoneGroups read(int start, int floor) {
        boolean plus = text[start] == '+';
        boolean joined =
                start > floor
                        && Characters.isPhoneSeparator(text[start - 1])
                        && !Characters.isSpace(text[start - 1]);
        List<String> digits = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int total = 0;
        int gap = 0;
        int i = plus ? start + 1 : start;
        while (i < text.length && digits.size() < MOST_GROUPS) {
            boolean open = text[i] == '(';
            int first = open ? i + 1 : i;
            int last = first;
            StringBuilder group = new StringBuilder();
            while (last < text.length && Character.isDigit(text[last]) && total <= MOST_DIGITS) {
                group.append((char) ('0' + Character.digit(text[last], 10)));
                last++;
                total++;
            }
            boolean closed = open && last < text.length && text[last] == ')';
            if (last == first || total > MOST_DIGITS || (open && !closed)) {
                break;
            }
            i = closed ? last + 1 : last;
            digits.add(group.toString());
            gaps.add(gap);
            ends.add(i);
            int from = i;
            while (i < text.length
                    && i - from < LONGEST_GAP
                    && Characters.isPhoneSeparator(text[i])) {
                i++;
            }
            gap = i == from ? 0 : text[from];
        }
        return new PhoneGroups(plus, joined, digits, gaps, ends);
    }

    /**
     * End of an extension such as {@code x12} or {@code ext. 12}; {@code end} when there is none.
     */
    private int extensionEnd(int end) {
        int i = skipSpace(end);
        if (startsWith(i, "ext")) {
            i += 3;
            i = i < text.length && text[i] == '.' ? i + 1 : i;
        } else if (startsWith(i, "x")) {
            i += 1;
        } else {
            return end;
        }
        int first = skipSpace(i);
        int last = first;
        while (last < text.length
                && last - first < LONGEST_EXTENSION
                && Character.isDigit(text[last])) {
            last++;
        }
        return last > first ? last : end;
    }

    /** Whether minutes follow, as after the hour of a time of day. */
    private boolean isTime(int end) {
        return text[end] == ':'
                && end + 2 < text.length
                && Character.isDigit(text[end + 1])
                && Character.isDigit(text[end + 2]);
    }

    /** Whether the digits are a range of house numbers: {@code 300-3400 block}. */
    private boolean isBlock(int end) {
        int i = skipSpace(end);
        return startsWith(i, "block") || startsWith(i, "blk");
    }

    private int skipSpace(int from) {
        return from < text.length && text[from] == ' ' ? from + 1 : from;
    }

    private boolean startsWith(int from, String expected) {
        return from + expected.length() <= text.length
                && new String(text, from, expected.length()).equalsIgnoreCase(expected);
    }
}
