// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.policy.model.alert.AlertState;

import java.util.Arrays;
import java.util.Optional;

/** What a webhook message is about. */
public enum EventType {
    ALERT_CREATED("alert.created", "Independent voices report or announce harm: a new alert."),
    ALERT_UPDATED(
            "alert.updated", "An alert was confirmed, is less sure, or has twice the support."),
    ALERT_RETRACTED(
            "alert.retracted",
            "What an alert rested on was deleted or denied, or its incident cancelled: undo what was"
                    + " done."),
    ALERT_CLOSED("alert.closed", "The incident of an alert is over."),
    PING("webhook.ping", "A person tries out the endpoint.");

    private final String word;
    private final String summary;

    EventType(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /** As it stands in messages and in the configuration. */
    public String word() {
        return word;
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }

    /** The type of that name. */
    public static Optional<EventType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** What a change of an alert is about. */
    public static EventType of(AlertNotice notice) {
        if (notice.state() == AlertState.RETRACTED) {
            return ALERT_RETRACTED;
        }
        if (notice.state() == AlertState.CLOSED) {
            return ALERT_CLOSED;
        }
        return notice.times() == 1 ? ALERT_CREATED : ALERT_UPDATED;
    }
}
