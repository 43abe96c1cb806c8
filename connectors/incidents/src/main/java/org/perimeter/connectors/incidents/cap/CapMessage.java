// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.FeatureFields;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one alert as what it does to incidents.
 *
 * <p>An alert opens the incident {@code source:sender,identifier}. An update is the next version of
 * the incident that one of the messages it refers to belongs to, a live one before one that is
 * over; other live ones that it refers to are superseded and close. When none is remembered, it
 * opens the incident of the oldest of them, so that the whole chain has one name whatever was
 * missed. A cancellation cancels every incident that it refers to, for good: no update brings one
 * back. What it refers to and is not known here is remembered, because messages need not come in
 * the order in which they were sent.
 */
final class CapMessage {

    private static final Set<String> EXERCISES = Set.of("Exercise", "Test");

    private final FeatureFields fields;
    private final CapAlert alert;
    private final String source;
    private final CapHistory history;
    private final CapReferences references;

    /**
     * @param fields where problems are written down
     */
    CapMessage(FeatureFields fields, CapAlert alert, String source, CapHistory history) {
        this.fields = fields;
        this.alert = alert;
        this.source = source;
        this.history = history;
        this.references = CapReferences.of(alert);
    }

    /** What it says of incidents; none when there are problems. */
    List<IncidentStatement> read(Rulebook rulebook, Instant now) {
        Instant sent = header();
        if (sent == null) {
            return List.of();
        }
        return switch (alert.type()) {
            case "Alert" -> said(source + ":" + alert.key(), sent, rulebook, now);
            case "Update" -> updated(sent, rulebook, now);
            case "Cancel" -> cancelled(sent);
            default -> {
                fields.problem("msgType", "must be Alert, Update or Cancel to say anything here");
                yield List.of();
            }
        };
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
        if (follows && references.keys().isEmpty()) {
            fields.problem("references", "must name sender,identifier,sent of what it changes");
        }
        Instant sent = WrittenTime.parseIso(alert.sent());
        if (sent == null) {
            fields.problem("sent", "must be an existing time with offset");
        }
        return fields.isClean() ? sent : null;
    }

    private List<IncidentStatement> updated(Instant sent, Rulebook rulebook, Instant now) {
        List<IncidentStatement> known = List.copyOf(known().values());
        List<IncidentStatement> live = known.stream().filter(CapMessage::isOpen).toList();
        String id = null;
        if (!live.isEmpty()) {
            id = live.get(live.size() - 1).id();
        } else {
            for (IncidentStatement incident : known) {
                boolean again =
                        incident.status() == IncidentStatus.CLOSED
                                || incident.times().revision() >= sent.toEpochMilli();
                id = again ? incident.id() : id;
            }
        }
        if (id == null) {
            id = unknown();
        }
        if (id == null) {
            fields.problem("references", "all of it is cancelled; send a new alert");
            return List.of();
        }
        List<IncidentStatement> incidents = new ArrayList<>(said(id, sent, rulebook, now));
        if (!incidents.isEmpty()) {
            live.subList(0, Math.max(0, live.size() - 1)).stream()
                    .filter(other -> other.times().revision() < sent.toEpochMilli())
                    .forEach(other -> incidents.add(over(other, IncidentStatus.CLOSED, sent)));
        }
        return incidents;
    }

    private List<IncidentStatement> said(String id, Instant sent, Rulebook rulebook, Instant now) {
        if (history.isCancelledUnseen(source, alert.key())) {
            fields.problem("identifier", "was cancelled by a message that came before it");
            return List.of();
        }
        CapFeature feature = new CapFeature(fields, alert, sent, rulebook);
        String name = id.substring(source.length() + 1);
        Optional<IncidentStatement> incident = feature.read(name, source, history.find(id), now);
        incident.ifPresent(told -> history.remember(source, alert.key(), id));
        return incident.stream().toList();
    }

    private List<IncidentStatement> cancelled(Instant sent) {
        Map<String, IncidentStatement> known = known();
        references.keys().stream()
                .filter(key -> idOf(key).isEmpty())
                .forEach(key -> history.cancelUnseen(source, key));
        if (known.isEmpty()) {
            fields.problem(
                    "references",
                    "no incident that is known here has one of these names; if one comes, it is"
                            + " cancelled");
        }
        return known.values().stream()
                .map(
                        before ->
                                before.status() == IncidentStatus.CANCELLED
                                        ? before
                                        : over(before, IncidentStatus.CANCELLED, sent))
                .toList();
    }

    /** The incidents that it refers to as they are now, by id, the oldest reference first. */
    private Map<String, IncidentStatement> known() {
        Map<String, IncidentStatement> known = new LinkedHashMap<>();
        for (String key : references.keys()) {
            idOf(key).flatMap(history::find).ifPresent(found -> known.put(found.id(), found));
        }
        return known;
    }

    private Optional<String> idOf(String key) {
        String own = source + ":" + key;
        return history.incidentOf(source, key)
                .or(() -> history.find(own).isPresent() ? Optional.of(own) : Optional.empty());
    }

    /** The incident of the oldest message that is not known and not cancelled; null if none is. */
    private @Nullable String unknown() {
        for (String key : references.keys()) {
            if (idOf(key).isEmpty() && !history.isCancelledUnseen(source, key)) {
                return source + ":" + key;
            }
        }
        return null;
    }

    private static boolean isOpen(IncidentStatement incident) {
        return incident.status() == IncidentStatus.ACTIVE
                || incident.status() == IncidentStatus.PENDING;
    }

    private static IncidentStatement over(
            IncidentStatement before, IncidentStatus status, Instant sent) {
        IncidentStatement.Times times = before.times();
        long after = times.revision() == Long.MAX_VALUE ? Long.MAX_VALUE : times.revision() + 1;
        return before.withStatus(status)
                .withTimes(
                        new IncidentStatement.Times(
                                times.openedAt(),
                                times.expiresAt(),
                                Math.max(after, sent.toEpochMilli())));
    }
}
