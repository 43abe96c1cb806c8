// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Set;

/**
 * What came of one attempt to deliver.
 *
 * @param verdict what it means
 * @param result the status code, or a word for what kept it from being answered
 * @param retryAfter how long the receiver asks to wait; null when it does not
 */
public record Attempt(Verdict verdict, String result, @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** The receiver is there and says that this very message is the matter. */
    private static final Set<Integer> UNWANTED = Set.of(400, 413, 415, 422);

    /** What an attempt means. */
    public enum Verdict {
        /** The receiver has it. */
        DELIVERED,
        /** The receiver wants nothing any more. */
        GONE,
        /** The receiver does not want this message; another may fare better. */
        UNWANTED,
        /** It may work later. */
        FAILED
    }

    /** The receiver answered. */
    static Attempt answered(int status, @Nullable Duration retryAfter) {
        String result = Integer.toString(status);
        if (status >= 200 && status < 300) {
            return new Attempt(Verdict.DELIVERED, result, null);
        }
        if (status == GONE) {
            return new Attempt(Verdict.GONE, result, null);
        }
        return new Attempt(
                UNWANTED.contains(status) ? Verdict.UNWANTED : Verdict.FAILED, result, retryAfter);
    }

    /** There was no answer. */
    static Attempt unanswered(String why) {
        return new Attempt(Verdict.FAILED, why, null);
    }
}
