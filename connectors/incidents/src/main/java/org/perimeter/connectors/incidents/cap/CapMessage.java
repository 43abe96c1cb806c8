// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.FeatureFields;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one alert as what it does to an incident.
 *
 * <p>An alert opens the incident {@code source:sender,identifier}. An update is the next version of
 * the incident that one of the messages it refers to belongs to; when none is remembered, it opens
 * the incident of the oldest of them, so that the whole chain has one name whatever was missed. A
 * cancellation without a known incident is refused: there is nothing to cancel.
 */
final class CapMessage {

    private static final Set<String> EXERCISES = Set.of("Exercise", "Test");

    private final FeatureFields fields;
    private final CapAlert alert;
    private final String source;
    private final CapHistory history;

    /**
     * @param fields where problems are written down
     */
    CapMessage(FeatureFields fields, CapAlert alert, String source, CapHistory history) {
        this.fields = fields;
        this.alert = alert;
        this.source = source;
        this.history = history;
    }

    /** The incident as it is after the message; empty when there are problems. */
    Optional<Incident> read(Rulebook rulebook, Instant now) {
        Instant sent = header();
        if (sent == null) {
            return Optional.empty();
        }
        String id = incidentId();
        Optional<Incident> known = history.find(id);
        Optional<Incident> incident =
                switch (alert.type()) {
                    case "Alert", "Update" -> {
                        CapFeature feature = new CapFeature(fields, alert, sent, rulebook);
                        yield feature.read(id.substring(source.length() + 1), source, known, now);
                    }
                    case "Cancel" -> known.map(before -> cancelled(before, sent));
                    default -> Optional.empty();
                };
        if (incident.isPresent()) {
            history.remember(source, alert.key(), id);
        } else if (alert.type().equals("Cancel")) {
            fields.problem("references", "no incident that is known here has one of these names");
        } else if (fields.isClean()) {
            fields.problem("msgType", "must be Alert, Update or Cancel to say anything here");
        }
        return incident;
    }

    /** When it was sent; null when the head of the message is not in order. */
    private @Nullable Instant header() {
        if (alert.sender().isEmpty() || alert.identifier().isEmpty()) {
            fields.problem("identifier", "identifier and sender are required");
        } else if (alert.key().chars().anyMatch(c -> c == ' ' || c == '<' || c == '&')) {
            fields.problem("identifier", "must not contain spaces, < or &");
        }
        if (!alert.status().equals("Actual") && !EXERCISES.contains(alert.status())) {
            fields.problem("status", "must be Actual, Exercise or Test");
        }
        boolean follows = alert.type().equals("Update") || alert.type().equals("Cancel");
        if (follows && earlier().isEmpty()) {
            fields.problem("references", "must name sender,identifier,sent of what it changes");
        }
        Instant sent = null;
        try {
            sent = OffsetDateTime.parse(alert.sent()).toInstant();
        } catch (DateTimeException e) {
            fields.problem("sent", "must be an existing time with offset");
        }
        return fields.isClean() ? sent : null;
    }

    private String incidentId() {
        List<String> earlier = earlier();
        if (alert.type().equals("Alert") || earlier.isEmpty()) {
            return source + ":" + alert.key();
        }
        for (String key : earlier) {
            Optional<String> remembered = history.incidentOf(source, key);
            if (remembered.isPresent()) {
                return remembered.get();
            }
        }
        for (String key : earlier) {
            if (history.find(source + ":" + key).isPresent()) {
                return source + ":" + key;
            }
        }
        return source + ":" + earlier.get(0);
    }

    /** Keys of the messages that it refers to, the oldest first. */
    private List<String> earlier() {
        return alert.references().stream()
                .map(reference -> reference.split(",", -1))
                .filter(parts -> parts.length == 3)
                .sorted((one, other) -> when(one[2]).compareTo(when(other[2])))
                .map(parts -> parts[0] + "," + parts[1])
                .toList();
    }

    private static Instant when(String sent) {
        try {
            return OffsetDateTime.parse(sent).toInstant();
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    private static Incident cancelled(Incident before, Instant sent) {
        return new Incident(
                before.id(),
                before.source(),
                before.caseNumber(),
                before.title(),
                before.category(),
                before.priority(),
                IncidentStatus.CANCELLED,
                before.fence(),
                before.openedAt(),
                sent,
                before.expiresAt(),
                sent,
                before.protectedPlace(),
                before.protectedPlaceApproved(),
                before.exercise(),
                Math.max(before.version() + 1, sent.toEpochMilli()));
    }
}
