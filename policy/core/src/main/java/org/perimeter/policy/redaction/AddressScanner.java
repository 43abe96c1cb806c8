// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises links, e-mail addresses and handles. It looks at one run of address characters at a
 * time, each a constant number of times, so that no text takes more than linear time.
 */
final class AddressScanner {

    /** No identifier is longer; what is left of a longer run is a run of its own. */
    private static final int LONGEST_RUN = 1000;

    private static final int SHORTEST_REDDIT_NAME = 3;
    private static final int LONGEST_PLAIN_NUMBER = 4;
    private static final int NOSTR_KEY = 63;

    private static final Set<String> AFTER_NUMBERS =
            Set.of(
                    "", "am", "pm", "a", "p", "st", "nd", "rd", "th", "h", "hrs", "ish", "km", "mi",
                    "mph", "ft");

    private final int[] text;

    AddressScanner(int[] text) {
        this.text = text;
    }

    /** End of the run of address characters that begins at {@code start}, within the limit. */
    int runEnd(int start) {
        int end = start;
        int most = Math.min(text.length, start + LONGEST_RUN);
        while (end < most && Characters.isAddress(text[end])) {
            end++;
        }
        return end;
    }

    /** The identifier in the run from {@code start} to {@code end}; null when there is none. */
    @Nullable Identifier find(int start, int end) {
        if (startsWith(end, "://") && hasWord(start, end)) {
            return new Identifier(IdentifierKind.LINK, start, linkEnd(end + 3));
        }
        int at = indexOfAt(start, end);
        if (at < end) {
            return address(start, at, end);
        }
        if (equalsIgnoreCase(start, end, "did") && startsWith(end, ":")) {
            return decentralizedId(start, end);
        }
        if (startsWith(end, "/")
                && (equalsIgnoreCase(start, end, "u") || equalsIgnoreCase(start, end, "user"))) {
            return redditName(start, end);
        }
        if (isNostrKey(start, end)) {
            return new Identifier(IdentifierKind.HANDLE, start, end);
        }
        return host(start, end);
    }

    private @Nullable Identifier address(int start, int at, int end) {
        int last = trimmedEnd(start, end);
        if (!hasWord(at, last)) {
            return null;
        }
        boolean local = hasWord(start, at);
        if (local ? !hasLetter(at, last) : isTimeOrNumber(at + 1, last)) {
            return null;
        }
        return new Identifier(
                local ? IdentifierKind.EMAIL : IdentifierKind.HANDLE, local ? start : at, last);
    }

    /** {@code did:plc:abc}, the stable id of an account. */
    private @Nullable Identifier decentralizedId(int start, int end) {
        int last = end;
        while (last < text.length && (text[last] == ':' || Characters.isAddress(text[last]))) {
            last++;
        }
        last = trimmedEnd(start, last);
        return last > end + 1 ? new Identifier(IdentifierKind.HANDLE, start, last) : null;
    }

    private @Nullable Identifier redditName(int start, int end) {
        int last = end + 1;
        while (last < text.length && (Characters.isWord(text[last]) || text[last] == '-')) {
            last++;
        }
        return last - end - 1 >= SHORTEST_REDDIT_NAME
                ? new Identifier(IdentifierKind.HANDLE, start, last)
                : null;
    }

    /** {@code @5pm}, {@code @12th} or {@code @1400}: where or when, not who. */
    private boolean isTimeOrNumber(int start, int end) {
        int digits = start;
        while (digits < end && Character.isDigit(text[digits])) {
            digits++;
        }
        int count = digits - start;
        return count > 0
                && count <= LONGEST_PLAIN_NUMBER
                && AFTER_NUMBERS.contains(plain(digits, end).toLowerCase(Locale.ROOT));
    }

    /** The public key by which Nostr knows an author. */
    private boolean isNostrKey(int start, int end) {
        return end - start == NOSTR_KEY && plain(start, end).startsWith("npub1");
    }

    /** A host name without scheme, with its path: from the run's first word to a known ending. */
    private @Nullable Identifier host(int start, int end) {
        int first = start;
        while (first < end && !Character.isLetterOrDigit(text[first])) {
            first++;
        }
        int hostEnd = -1;
        int labelStart = first;
        for (int i = first; i <= end; i++) {
            if (i < end && !Characters.isDot(text[i])) {
                continue;
            }
            boolean later = labelStart > first;
            String label = plain(labelStart, i);
            boolean path = i < text.length && text[i] == '/' && i == end;
            if (later
                    && (HostNames.isCertainEnd(label)
                            || (path && HostNames.isEndBeforePath(label)))) {
                hostEnd = i;
            }
            labelStart = i + 1;
        }
        if (hostEnd < 0) {
            return plain(first, end).regionMatches(true, 0, "www.", 0, 4)
                    ? new Identifier(IdentifierKind.LINK, first, linkEnd(end))
                    : null;
        }
        boolean tail = hostEnd < text.length && "/?#:".indexOf(text[hostEnd]) >= 0;
        int last = tail ? linkEnd(hostEnd) : hostEnd;
        boolean handle = last == hostEnd && HostNames.isHandle(plain(first, hostEnd));
        return new Identifier(handle ? IdentifierKind.HANDLE : IdentifierKind.LINK, first, last);
    }

    private int linkEnd(int from) {
        int end = from;
        while (end < text.length && !Characters.endsLink(text[end])) {
            end++;
        }
        boolean parenthesis = false;
        for (int i = from; i < end; i++) {
            parenthesis |= text[i] == '(';
        }
        while (end > from
                && Characters.isTrailing(text[end - 1])
                && !(parenthesis && text[end - 1] == ')')) {
            end--;
        }
        return end;
    }

    private int trimmedEnd(int start, int end) {
        int last = end;
        while (last > start && !Characters.isWord(text[last - 1])) {
            last--;
        }
        return last;
    }

    private int indexOfAt(int start, int end) {
        int i = start;
        while (i < end && !Characters.isAt(text[i])) {
            i++;
        }
        return i;
    }

    private boolean hasWord(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Characters.isWord(text[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean hasLetter(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(text[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(int from, String expected) {
        return from + expected.length() <= text.length
                && new String(text, from, expected.length()).equals(expected);
    }

    private boolean equalsIgnoreCase(int start, int end, String expected) {
        return end - start == expected.length()
                && new String(text, start, end - start).equalsIgnoreCase(expected);
    }

    /** The part with plain dots. */
    private String plain(int start, int end) {
        StringBuilder plain = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (Characters.isDot(text[i])) {
                plain.append('.');
            } else {
                plain.appendCodePoint(text[i]);
            }
        }
        return plain.toString();
    }
}
