// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.cap;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.connectors.incidents.cap.CapHistory;
import org.perimeter.connectors.incidents.cap.CapReader;
import org.perimeter.connectors.sources.input.DeadLetters;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.rulebook.Rulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Polls a folder, or a file, of CAP alerts and delivers the incidents that are new or changed.
 *
 * <p>Whenever anything changed, all alerts are read again in the order in which they were sent, so
 * that what they add up to depends on the folder alone and not on when it was looked at. A file
 * that vanishes closes nothing: only a cancellation, an all-clear or the end of its time does.
 */
public final class CapIncidentSource implements IncidentSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(CapIncidentSource.class);

    private final String id;
    private final Path path;
    private final Supplier<Optional<Rulebook>> rulebook;
    private final InstantSource clock;
    private final DeadLetters deadLetters;
    private Map<String, IncidentStatement> known = Map.of();
    private @Nullable Offer offer;

    /**
     * @param id of the connector instance; becomes the first part of each incident's id
     * @param path folder or file; may not exist yet
     * @param rulebook the one in force now, whose limits hold; without one nothing is read
     * @param clock the wall clock
     */
    public CapIncidentSource(
            String id, Path path, Supplier<Optional<Rulebook>> rulebook, InstantSource clock) {
        this.id = id;
        this.path = path;
        this.rulebook = rulebook;
        this.clock = clock;
        this.deadLetters = new DeadLetters(id, clock);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void resume(List<Incident> stored) {
        Map<String, IncidentStatement> said = new HashMap<>();
        stored.forEach(incident -> said.put(incident.id(), IncidentStatement.of(incident)));
        known = said;
    }

    @Override
    public FetchOutcome<IncidentStatement> fetch(SourceCursor cursor) {
        Offer last = offer;
        if (last != null && last.next().equals(cursor)) {
            known = last.state();
        }
        offer = null;
        Optional<Rulebook> rules = rulebook.get();
        if (rules.isEmpty()) {
            return new FetchOutcome.Failed<>("no rulebook is in force");
        }
        try {
            CapFolder folder = CapFolder.read(path);
            // Another rulebook may accept what this one refuses, so it is part of the position.
            SourceCursor next = new SourceCursor(folder.digest() + ":" + rules.get().hash());
            return folder.documents().isEmpty() || next.equals(cursor)
                    ? new FetchOutcome.NotModified<>()
                    : read(folder, rules.get(), next);
        } catch (IOException e) {
            return new FetchOutcome.Failed<>("cannot read: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        // Nothing is held open between polls.
    }

    private FetchOutcome<IncidentStatement> read(
            CapFolder folder, Rulebook rules, SourceCursor next) {
        Map<String, IncidentStatement> now = new LinkedHashMap<>();
        Map<String, IncidentStatement> before = known;
        CapHistory history =
                new CapHistory(key -> Optional.ofNullable(now.getOrDefault(key, before.get(key))));
        Clock wall = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        List<DeadLetter> letters = new ArrayList<>();
        for (CapFolder.Document document : folder.documents()) {
            IncidentIntake intake = CapReader.read(document.bytes(), "", id, rules, history, wall);
            for (IncidentStatement incident : intake.accepted()) {
                now.merge(incident.id(), incident, CapIncidentSource::newer);
            }
            if (!intake.rejected().isEmpty()) {
                letters.add(refuse(document.name(), intake.rejected()));
            }
        }
        Map<String, IncidentStatement> state = new HashMap<>(before);
        List<IncidentStatement> changes = new ArrayList<>();
        now.forEach(
                (key, incident) -> {
                    if (!incident.equals(state.put(key, incident))) {
                        changes.add(incident);
                    }
                });
        offer = new Offer(next, state);
        return new FetchOutcome.Batch<>(changes, letters, next, false);
    }

    private static IncidentStatement newer(IncidentStatement one, IncidentStatement other) {
        return other.times().revision() >= one.times().revision() ? other : one;
    }

    /** One letter for the file; what is wrong with it goes to the log, for who wrote it. */
    private DeadLetter refuse(String name, List<IncidentProblem> problems) {
        for (IncidentProblem problem : problems) {
            LOGGER.atWarn()
                    .addKeyValue("source", id)
                    .addKeyValue("file", name)
                    .addKeyValue("path", problem.path())
                    .addKeyValue("problem", problem.message())
                    .log("alert refused");
        }
        return deadLetters.write(reason(problems.get(0).path()), "file " + name);
    }

    private static DeadLetterReason reason(String element) {
        return switch (element) {
            case "" -> DeadLetterReason.UNSUPPORTED_TYPE;
            case "info.area.circle", "info.area.polygon" -> DeadLetterReason.BAD_COORDINATES;
            case "info.area" -> DeadLetterReason.BAD_GEOMETRY;
            case "sent", "info.expires" -> DeadLetterReason.BAD_TIMESTAMP;
            case "status", "msgType", "info.event" -> DeadLetterReason.UNSUPPORTED_TYPE;
            default -> DeadLetterReason.MISSING_FIELD;
        };
    }

    /**
     * What was offered last and counts as known only when the reader comes back with its cursor.
     *
     * @param next the cursor after it
     * @param state what is known then
     */
    private record Offer(SourceCursor next, Map<String, IncidentStatement> state) {}
}
