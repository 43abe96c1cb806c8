// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.search;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.policy.access.Purpose;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.search.api.error.ApiException;

import java.time.Instant;
import java.util.List;

/**
 * What an analyst asks for.
 *
 * @param purpose why; required by policy
 * @param caseNumber case or dispatch number that justifies it; required by policy
 * @param text words that must all occur, taken literally: at most 256 characters and 32 words
 * @param kinds threat kinds to keep; all when left out
 * @param since witnessed at or after
 * @param until witnessed before; after {@code since}
 * @param withinMeters only posts whose place is this near {@code center}, 1 to 50,000 metres
 * @param center needed by {@code withinMeters} and useless without it
 * @param after the token that the page before gave for the next one
 * @param limit page size, 1 to 100; 50 when left out
 */
public record SearchRequest(
        @Nullable Purpose purpose,
        @Nullable String caseNumber,
        @Nullable String text,
        @Nullable List<ThreatKind> kinds,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Double withinMeters,
        @Nullable GeoPoint center,
        @Nullable String after,
        @Nullable Integer limit) {

    private static final int LONGEST_TEXT = 256;
    private static final int MOST_WORDS = 32;
    private static final int LONGEST_CASE_NUMBER = 64;
    private static final int LONGEST_TOKEN = 1024;
    private static final int FARTHEST = 50_000;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST_POSTS = 100;

    public SearchRequest {
        kinds = kinds == null ? null : List.copyOf(kinds);
    }

    /** The case number; empty when it is left out. */
    String statedCaseNumber() {
        String stated = caseNumber == null ? "" : caseNumber.strip();
        if (stated.length() > LONGEST_CASE_NUMBER) {
            throw ApiException.badField(
                    "caseNumber", "must not be longer than " + LONGEST_CASE_NUMBER);
        }
        return stated;
    }

    /**
     * The query, inside this incident and no other.
     *
     * @throws ApiException 400, naming the field that is wrong
     */
    PostQuery within(String incidentId) {
        checkTime();
        checkDistance();
        if (after != null && (after.isEmpty() || after.length() > LONGEST_TOKEN)) {
            throw ApiException.badField("after", "must be the next of an earlier page");
        }
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MOST_POSTS) {
            throw ApiException.badField("limit", "must be from 1 to " + MOST_POSTS);
        }
        return new PostQuery(
                incidentId,
                checkedText(),
                kinds == null ? List.of() : kinds.stream().distinct().toList(),
                null,
                since,
                until,
                withinMeters,
                center,
                after,
                size);
    }

    private String checkedText() {
        String words = text == null ? "" : text.strip();
        if (words.codePointCount(0, words.length()) > LONGEST_TEXT) {
            throw ApiException.badField("text", "must not be longer than " + LONGEST_TEXT);
        }
        if (words.split("\\s+", -1).length > MOST_WORDS) {
            throw ApiException.badField("text", "must not have more than " + MOST_WORDS + " words");
        }
        if (words.codePoints().anyMatch(SearchRequest::isUnprintable)) {
            throw ApiException.badField("text", "must be printable text");
        }
        return words;
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private void checkTime() {
        if (since != null && until != null && !since.isBefore(until)) {
            throw ApiException.badField("until", "must be after since");
        }
    }

    private void checkDistance() {
        if (withinMeters == null) {
            if (center != null) {
                throw ApiException.badField("withinMeters", "is needed with center");
            }
            return;
        }
        if (!(withinMeters >= 1 && withinMeters <= FARTHEST)) {
            throw ApiException.badField("withinMeters", "must be from 1 to " + FARTHEST);
        }
        if (center == null) {
            throw ApiException.badField("center", "is needed with withinMeters");
        }
    }
}
