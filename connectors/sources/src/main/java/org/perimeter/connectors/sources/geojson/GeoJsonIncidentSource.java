// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.geojson;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.connectors.incidents.IncidentReader;
import org.perimeter.connectors.sources.input.DeadLetters;
import org.perimeter.connectors.sources.input.RefusedInput;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Polls a GeoJSON file of incidents and delivers those that are new or changed.
 *
 * <p>A feature that says neither {@code updatedAt} nor {@code version} counts by the time at which
 * the file was written, so that reading the file again changes nothing. Nothing is ever closed
 * because the file is missing, broken or empty; a feature that vanishes closes its incident only
 * when the collection has {@code "snapshot": true} and two different, non-empty snapshots in a row
 * lack it, also when the process was started again meanwhile.
 */
public final class GeoJsonIncidentSource implements IncidentSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(GeoJsonIncidentSource.class);

    private final String id;
    private final Path file;
    private final Supplier<Optional<Rulebook>> rulebook;
    private final InstantSource clock;
    private final DeadLetters deadLetters;
    private KnownIncidents known = KnownIncidents.none();
    private @Nullable Offer offer;

    /**
     * @param id of the connector instance; becomes the first part of each incident's id
     * @param file may not exist yet
     * @param rulebook the one in force now, whose limits hold; without one nothing is read
     * @param clock the wall clock
     */
    public GeoJsonIncidentSource(
            String id, Path file, Supplier<Optional<Rulebook>> rulebook, InstantSource clock) {
        this.id = id;
        this.file = file;
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
        known = KnownIncidents.of(stored);
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
            GeoJsonDocument document = GeoJsonDocument.read(file);
            if (document == null || cursor(document, rules.get()).equals(cursor)) {
                return new FetchOutcome.NotModified<>();
            }
            return read(document, rules.get());
        } catch (IOException e) {
            return new FetchOutcome.Failed<>("cannot read: " + e.getClass().getSimpleName());
        } catch (RefusedInput e) {
            return new FetchOutcome.Failed<>("cannot read: " + e.reason());
        }
    }

    @Override
    public void close() {
        // Nothing is held open between polls.
    }

    private FetchOutcome<IncidentStatement> read(GeoJsonDocument document, Rulebook rules) {
        Instant now = clock.instant();
        Instant written = document.modified().isAfter(now) ? now : document.modified();
        IncidentIntake intake =
                IncidentReader.read(
                        document.root(), id, rules, Clock.fixed(written, ZoneOffset.UTC));
        for (IncidentProblem problem : intake.rejected()) {
            if (problem.index() < 0) {
                return new FetchOutcome.Failed<>(problem.message());
            }
        }
        SourceCursor next = cursor(document, rules);
        KnownIncidents.Step step =
                known.after(
                        document.features(id),
                        intake.accepted().stream().map(said -> dated(said, written)).toList(),
                        document.isSnapshot(),
                        now);
        offer = new Offer(next, step.state());
        return new FetchOutcome.Batch<>(
                step.changes(), letters(intake.rejected(), written), next, false);
    }

    private static IncidentStatement dated(IncidentStatement said, Instant written) {
        IncidentStatement.Times times = said.times();
        Instant opened = times.openedAt();
        return said.withTimes(
                new IncidentStatement.Times(
                        opened == null ? written : opened,
                        times.expiresAt(),
                        times.revision() == 0 ? written.toEpochMilli() : times.revision()));
    }

    /** One letter for each refused feature; its problems go to the log, for who wrote the file. */
    private List<DeadLetter> letters(List<IncidentProblem> problems, Instant written) {
        Map<Integer, DeadLetter> letters = new LinkedHashMap<>();
        for (IncidentProblem problem : problems) {
            LOGGER.atWarn()
                    .addKeyValue("source", id)
                    .addKeyValue("feature", problem.index())
                    .addKeyValue("path", problem.path())
                    .addKeyValue("problem", problem.message())
                    .log("incident refused");
            String reference = "feature " + problem.index() + " at " + written.toEpochMilli();
            letters.putIfAbsent(
                    problem.index(), deadLetters.write(reason(problem.path()), reference));
        }
        return List.copyOf(letters.values());
    }

    private static DeadLetterReason reason(String path) {
        if (path.startsWith("geometry.coordinates")) {
            return DeadLetterReason.BAD_COORDINATES;
        }
        if (path.startsWith("geometry") || path.endsWith("radiusMeters")) {
            return DeadLetterReason.BAD_GEOMETRY;
        }
        if (path.endsWith("At")) {
            return DeadLetterReason.BAD_TIMESTAMP;
        }
        return path.endsWith("category")
                ? DeadLetterReason.UNSUPPORTED_TYPE
                : DeadLetterReason.MISSING_FIELD;
    }

    /** Another rulebook may accept what this one refuses, so it is part of the position. */
    private static SourceCursor cursor(GeoJsonDocument document, Rulebook rules) {
        return new SourceCursor(
                document.modified().toEpochMilli() + ":" + document.digest() + ":" + rules.hash());
    }

    /**
     * What was offered last and counts as known only when the reader comes back with its cursor.
     *
     * @param next the cursor after it
     * @param state what is known then
     */
    private record Offer(SourceCursor next, KnownIncidents state) {}
}
