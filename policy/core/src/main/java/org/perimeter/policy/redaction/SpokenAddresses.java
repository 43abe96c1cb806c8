// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises addresses that people write so that programs miss them: {@code name at mail dot com},
 * {@code example[.]com}, and a handle behind the name of its network. Every pattern is bounded, so
 * that a look from one place takes constant time.
 */
final class SpokenAddresses {

    private static final String AT = "(?:\\s{0,2}(?:@|[(\\[{<]\\s?(?:at|@)\\s?[)\\]}>])\\s{0,2})";
    private static final String DOT =
            "(?:\\s{0,2}[(\\[{<]\\s?(?:dot|point|punto|\\.)\\s?[)\\]}>]\\s{0,2})";
    private static final String SAID_AT = "(?:\\s{1,2}(?:at|arroba)\\s{1,2})";
    private static final String SAID_DOT = "(?:\\s{1,2}(?:dot|punto|\\.)\\s{1,2})";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String LOCAL = "[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_])?";
    private static final String ENDING = "[a-z]{2,24}(?![a-z0-9])";

    /** The country after {@code co} and its like. */
    private static final String COUNTRY =
            "(?:(?:" + DOT + "|\\.|\\s{1,2}(?:dot|punto)\\s{1,2})[a-z]{2}(?![a-z0-9]))?";

    private static final Pattern MAIL =
            pattern(
                    "(?:"
                            + LOCAL
                            + "(?:"
                            + SAID_DOT
                            + "|"
                            + DOT
                            + ")){0,2}"
                            + LOCAL
                            + "(?<at>"
                            + AT
                            + "|"
                            + SAID_AT
                            + ")"
                            + LABEL
                            + "(?:(?<dot>"
                            + SAID_DOT
                            + "|"
                            + DOT
                            + "|\\.)"
                            + LABEL
                            + "){0,2}?"
                            + "(?<last>"
                            + SAID_DOT
                            + "|"
                            + DOT
                            + "|\\.)(?<ending>"
                            + ENDING
                            + ")"
                            + COUNTRY);

    private static final Pattern HOST =
            pattern(
                    "(?:hxxps?://)?"
                            + LABEL
                            + "(?:(?:"
                            + SAID_DOT
                            + "|"
                            + DOT
                            + "|\\.)"
                            + LABEL
                            + "){0,2}?"
                            + "(?<last>"
                            + SAID_DOT
                            + "|"
                            + DOT
                            + ")(?<ending>"
                            + ENDING
                            + ")"
                            + COUNTRY
                            + "(?:/\\S{0,200})?");

    private static final Pattern LABELLED =
            pattern(
                    "(?:ig|insta|instagram|snap|snapchat|tiktok|twitter|telegram|tg|threads|bsky"
                            + "|bluesky|mastodon|venmo|cash ?app|discord|signal|kik|wechat|fb|facebook"
                            + "|youtube|yt|twitch|skype|reddit)"
                            + "\\s{0,2}[:=]\\s{0,2}(?<name>[a-z_][a-z0-9_.-]{1,38}[a-z0-9_])"
                            + "(?![a-z0-9_@])");

    /** Hosts that nobody names but to be written to. */
    private static final Set<String> MAIL_HOSTS =
            Set.of(
                    "gmail",
                    "googlemail",
                    "yahoo",
                    "ymail",
                    "hotmail",
                    "outlook",
                    "icloud",
                    "aol",
                    "gmx",
                    "protonmail",
                    "proton",
                    "tutanota",
                    "fastmail",
                    "zoho",
                    "mail");

    /** Endings that are said aloud; others are words too. */
    private static final Set<String> SAID_ENDINGS =
            Set.of(
                    "com", "org", "net", "gov", "edu", "info", "io", "social", "de", "uk", "ca",
                    "us");

    private final String text;

    SpokenAddresses(String text) {
        this.text = text;
    }

    /** The address that begins, or whose network is named, at the start of a word. */
    @Nullable Identifier find(int start) {
        Matcher mail = at(MAIL, start);
        if (mail.lookingAt() && isMail(mail)) {
            return new Identifier(IdentifierKind.EMAIL, start, mail.end());
        }
        Matcher host = at(HOST, start);
        if (host.lookingAt() && isEnding(host)) {
            return new Identifier(IdentifierKind.LINK, start, host.end());
        }
        Matcher labelled = at(LABELLED, start);
        return labelled.lookingAt() && isName(labelled.group("name"))
                ? new Identifier(
                        IdentifierKind.HANDLE, labelled.start("name"), labelled.end("name"))
                : null;
    }

    private Matcher at(Pattern pattern, int start) {
        return pattern.matcher(text).region(start, text.length()).useAnchoringBounds(false);
    }

    /** Either its at sign or a dot must be no ordinary word, or the host one for mail. */
    private boolean isMail(Matcher mail) {
        boolean certain = HostNames.isCertainEnd(mail.group("ending"));
        boolean plain = mail.group("last").equals(".");
        if (!mail.group("at").isBlank() && !isWord(mail.group("at"))) {
            return certain;
        }
        String host = text.substring(mail.end("at"), mail.end("ending"));
        return plain
                ? certain
                        && MAIL_HOSTS.contains(host.split("[\\s.]", 2)[0].toLowerCase(Locale.ROOT))
                : isEnding(mail);
    }

    private static boolean isWord(String joint) {
        return Character.isLetter(joint.strip().charAt(0));
    }

    private static boolean isEnding(Matcher found) {
        String ending = found.group("ending").toLowerCase(Locale.ROOT);
        boolean said = isWord(found.group("last")) || found.group("last").strip().equals(".");
        return said ? SAID_ENDINGS.contains(ending) : HostNames.isCertainEnd(ending);
    }

    /** Whether it can be told from the first word of a sentence. */
    private static boolean isName(String name) {
        return name.chars().anyMatch(c -> c == '_' || c == '.' || Character.isDigit(c));
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
