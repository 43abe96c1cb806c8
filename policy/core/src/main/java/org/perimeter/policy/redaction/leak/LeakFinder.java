// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction.leak;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

import org.perimeter.policy.controls.Control;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds identifiers in a text by plain patterns and by Google's libphonenumber. */
public final class LeakFinder {

    /** A text that costs the library more tries than this is no text of a person. */
    private static final long TRIES = 1_000;

    private static final Map<LeakKind, Pattern> PATTERNS =
            new EnumMap<>(
                    Map.of(
                            LeakKind.HANDLE,
                            // A time or a distance may follow an at sign: @5pm, @12th, @30km.
                            pattern(
                                    "(?<![\\w.])@(?!\\d{1,4}[a-z]{0,4}(?!\\w))\\w{2,}"
                                            + "|(?<!\\w)/?u(?:ser)?/\\w{3,}"
                                            + "|[\\w-]+\\.(?:bsky\\.social|brid\\.gy)"
                                            + "|did:(?:plc|web):\\w+|npub1\\w{20,}"),
                            LeakKind.MAIL,
                            pattern(
                                    "[\\w.+-]+@\\w[\\w-]*\\.\\w+"
                                            + "|\\w+\\s?[(\\[]\\s?at\\s?[)\\]]\\s?\\w+"
                                            + "|\\w+ at \\w+ dot (?:com|org|net)"),
                            LeakKind.LINK,
                            pattern(
                                    "\\w{2,}://\\S|(?<!\\w)www\\.\\w"
                                            + "|\\w\\.(?:com|org|net|edu|gov|info|io|social)(?!\\w)"
                                            + "|(?<!\\w)(?:t\\.me|youtu\\.be|bit\\.ly)/\\w"),
                            LeakKind.PLATE,
                            pattern(
                                    "(?<!\\w)plates?\\W{1,3}(?:(?:number|is|was|starts with)\\W{1,2})?"
                                            + "(?!\\d+(?:st|nd|rd|th|am|pm)(?!\\w))"
                                            + "(?=\\w*\\d)(?=\\w*[a-z])\\w{3,8}(?!\\w)")));

    private final List<String> regions;

    /**
     * @param regions whose phone numbers are looked for, ISO 3166-1 alpha-2
     */
    public LeakFinder(Collection<String> regions) {
        this.regions = List.copyOf(regions);
    }

    /** The kinds that a text shows, each once. */
    @Control("IDN-02")
    public Set<LeakKind> find(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        Set<LeakKind> found = EnumSet.noneOf(LeakKind.class);
        PATTERNS.forEach(
                (kind, pattern) -> {
                    if (pattern.matcher(plain).find()) {
                        found.add(kind);
                    }
                });
        if (regions.stream().anyMatch(region -> hasNumber(plain, region))) {
            found.add(LeakKind.NUMBER);
        }
        return found;
    }

    private static boolean hasNumber(String text, String region) {
        return PhoneNumberUtil.getInstance()
                .findNumbers(text, region, Leniency.STRICT_GROUPING, TRIES)
                .iterator()
                .hasNext();
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(
                expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
