// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.RetentionClass;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says codes, times and numbers as a member of a board would. */
final class PlainWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int HOURS_PER_DAY = 24;

    private PlainWords() {}

    /** A reason of a gate, as the end of a sentence that begins with “because”. */
    static String reason(String code) {
        for (ReasonCode reason : ReasonCode.values()) {
            if (reason.name().equals(code)) {
                return reason(reason);
            }
        }
        return code;
    }

    private static String reason(ReasonCode reason) {
        return switch (reason) {
            case ALLOWED -> "every rule was met";
            case NO_RULEBOOK -> "there was no rulebook";
            case RULEBOOK_EXPIRED -> "the rulebook had lapsed";
            case RULEBOOK_UNSIGNED -> "the rulebook was not signed by both";
            case RULEBOOK_OLDER -> "the rulebook was older than one that had governed";
            case NO_LIVE_INCIDENT -> "no incident was open";
            case SOURCE_NOT_APPROVED -> "the source is not in the register";
            case LEDGER_NOT_DRAINED -> "the audit log was not taking entries";
            case CLOCK_STEPPED_BACK -> "the clock had been set back";
            case RETENTION_LATE -> "deletion was more than a day late";
            case OUTSIDE_FENCE -> "it was outside the fence";
            case PLACE_TOO_COARSE -> "its place was too vague";
            case PLACE_INFERRED_ONLY -> "its place was only a guess";
            case NOT_RELEVANT -> "it was not about the incident";
            case ABOUT_ANOTHER -> "it was surer to be about another incident";
            case CATEGORY_MISMATCH -> "it was about another kind of event";
            case VOLUME_CAP -> "the incident had reached its cap of posts";
            case PROTECTED_PLACE -> "the fence meets a protected place without approval";
            case BEFORE_REWIND -> "it was older than the rewind reaches back";
            case REPOST -> "it repeats another post";
            case IDENTIFIERS_REPLACED -> "names, links and numbers in it were replaced";
            case NO_PURPOSE -> "no purpose was stated";
            case INCIDENT_NOT_OPEN -> "the incident was not open";
            case ROLE -> "the person does not have the role for it";
            case DECISION_ERROR -> "no decision could be made, so nothing was let through";
        };
    }

    /** What a retention class holds. */
    static String retentionClass(RetentionClass retentionClass) {
        return switch (retentionClass) {
            case R0 -> "Posts at a protected place";
            case R1 -> "Posts around an incident";
            case R2 -> "Posts behind an alert";
        };
    }

    /** A code such as {@code LIFE_SAFETY} as words. */
    static String code(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A whole number with its thousands apart. */
    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A number of things, in the singular when there is one. */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Minutes with one digit behind the point, or two where there would be none in front. */
    static String minutes(double minutes) {
        String form = minutes > 0 && minutes < 1 ? "%,.2f" : "%,.1f";
        return String.format(Locale.ENGLISH, form, minutes);
    }

    /** Hours as days once there are two of them. */
    static String hours(long hours) {
        if (hours >= 2 * HOURS_PER_DAY) {
            long rest = hours % HOURS_PER_DAY;
            String days = hours / HOURS_PER_DAY + " days";
            return rest == 0 ? days : days + " " + rest + " hours";
        }
        return hours == 1 ? "1 hour" : hours + " hours";
    }

    /** An ISO date as words. */
    static String day(String isoDate) {
        return DAY.format(LocalDate.parse(isoDate));
    }

    /** An instant as words, in UTC. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
