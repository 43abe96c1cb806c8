// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.error;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.ReasonCode;

/**
 * A request that gets an error for an answer. Its message goes to the caller, so it names fields
 * and rules and never repeats what the caller sent.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String message;
    private final @Nullable String field;
    private final @Nullable ReasonCode reason;

    private ApiException(
            int status,
            String message,
            @Nullable String field,
            @Nullable ReasonCode reason,
            @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.message = message;
        this.field = field;
        this.reason = reason;
    }

    /** 400: a field or parameter has a value that it cannot have. */
    public static ApiException badField(String field, String message) {
        return new ApiException(400, message, field, null, null);
    }

    /** Any status with a plain message. */
    public static ApiException of(int status, String message) {
        return new ApiException(status, message, null, null, null);
    }

    /** A refusal by a rule; {@code field} names what the caller can mend, if anything. */
    public static ApiException refused(
            int status, String message, @Nullable String field, @Nullable ReasonCode reason) {
        return new ApiException(status, message, field, reason, null);
    }

    /** 404 in the one form that tells an absent object and a forbidden one apart to nobody. */
    public static ApiException notFound() {
        return new ApiException(404, "there is no such object", null, null, null);
    }

    /** 503: something that the answer needs is down; the cause is logged, not sent. */
    public static ApiException unavailable(String message, Throwable cause) {
        return new ApiException(503, message, null, null, cause);
    }

    /** HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The answer to send, under the id by which the log can be searched. */
    public ErrorView view(String id) {
        return new ErrorView(message, field, reason, id);
    }
}
