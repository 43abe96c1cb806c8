// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.FeatureFields;
import org.perimeter.connectors.incidents.IncidentFeature;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.FenceLife;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says in the words of a GeoJSON feature what an alert says, so that one set of rules decides both.
 *
 * <p>The title is the event, not the headline, which may name a person. An alert that runs longer
 * than control COL-03 allows is shortened, not refused: its sender cannot know our rulebook.
 */
final class CapFeature {

    private static final Map<String, String> PATHS =
            Map.of(
                    "id", "identifier",
                    "properties.title", "info.event",
                    "properties.caseNumber", "incidents",
                    "properties.openedAt", "sent",
                    "properties.updatedAt", "sent",
                    "properties.expiresAt", "info.expires",
                    "properties.category", "info.event",
                    "properties.radiusMeters", "info.area.circle",
                    "geometry", "info.area");

    private static final Map<String, Integer> PRIORITIES =
            Map.of("Extreme", 1, "Severe", 2, "Moderate", 3, "Minor", 4);
    private static final int DEFAULT_PRIORITY = 3;
    private static final int LONGEST_CASE = 40;

    private final FeatureFields problems;
    private final CapAlert alert;
    private final Instant sent;
    private final Rulebook rulebook;
    private final ObjectNode feature = JsonNodeFactory.instance.objectNode();
    private final ObjectNode properties = feature.putObject("properties");

    CapFeature(FeatureFields problems, CapAlert alert, Instant sent, Rulebook rulebook) {
        this.problems = problems;
        this.alert = alert;
        this.sent = sent;
        this.rulebook = rulebook;
    }

    /**
     * The statement; empty when there are problems, which name elements of the alert.
     *
     * @param known what was said of the incident before the message, if anything
     */
    Optional<IncidentStatement> read(
            String id, String source, Optional<IncidentStatement> known, Instant now) {
        List<CapInfo> infos = infos();
        if (infos.isEmpty()) {
            return Optional.empty();
        }
        Optional<CapCategories.Decision> decision = CapCategories.find(infos);
        if (decision.isEmpty()) {
            problems.problem("info.event", "is on no row of the table of categories (COL-04)");
        }
        List<CapInfo> blocks = new ArrayList<>(infos);
        decision.ifPresent(
                decided -> {
                    blocks.remove(decided.info());
                    blocks.add(0, decided.info());
                });
        shape(blocks);
        Instant opened = known.map(before -> before.times().openedAt()).orElse(sent);
        Instant expires = expires(blocks, opened);
        if (!problems.isClean() || decision.isEmpty() || expires == null) {
            return Optional.empty();
        }
        CapInfo info = decision.get().info();
        feature.put("id", id);
        properties
                .put("title", info.event())
                .put("category", decision.get().category().name())
                .put("caseNumber", caseNumber(known))
                .put("priority", PRIORITIES.getOrDefault(info.severity(), DEFAULT_PRIORITY))
                .put("exercise", !alert.status().equals("Actual"))
                .put("status", status().name())
                .put("openedAt", opened.toString())
                .put("updatedAt", sent.toString())
                .put("expiresAt", expires.toString());
        FeatureFields fields = new FeatureFields(0, feature);
        Optional<IncidentStatement> statement =
                new IncidentFeature(fields, source, rulebook, now).read();
        fields.problems().forEach(problem -> problems.problem(path(problem), problem.message()));
        return statement;
    }

    /** What it says in each language; none when that is not in order. */
    private List<CapInfo> infos() {
        List<CapInfo> infos = alert.infos();
        if (infos.isEmpty()) {
            problems.problem("info", "is required");
            return List.of();
        }
        if (infos.stream().map(CapInfo::language).distinct().count() < infos.size()) {
            problems.problem("info", "several in one language; send one alert for each event");
            return List.of();
        }
        return infos;
    }

    /** The first shape that can be read: the blocks say the same in other languages. */
    private void shape(List<CapInfo> blocks) {
        for (CapInfo block : blocks) {
            FeatureFields tried = new FeatureFields(0, feature.objectNode());
            ObjectNode shape = feature.objectNode();
            shape.putObject("properties");
            new CapShape(tried).write(block, shape);
            if (tried.isClean()) {
                feature.set("geometry", shape.get("geometry"));
                properties.setAll((ObjectNode) shape.get("properties"));
                return;
            }
        }
        new CapShape(problems).write(blocks.get(0), feature);
    }

    private IncidentStatus status() {
        boolean clear = alert.infos().stream().anyMatch(CapInfo::isAllClear);
        return clear ? IncidentStatus.CLOSED : IncidentStatus.ACTIVE;
    }

    /** The sender's name of the incident, or the alert's own; what came first stays. */
    private String caseNumber(Optional<IncidentStatement> known) {
        String own = alert.incidents().isEmpty() ? alert.identifier() : alert.incidents().get(0);
        String stated = own.length() <= LONGEST_CASE ? own : "";
        return known.map(IncidentStatement::caseNumber)
                .filter(number -> !number.isEmpty())
                .orElse(stated);
    }

    /** When the alert ends, but no later than COL-03 allows; null when it is not a time. */
    private @Nullable Instant expires(List<CapInfo> blocks, Instant opened) {
        List<String> stated =
                blocks.stream().map(CapInfo::expires).filter(text -> !text.isEmpty()).toList();
        Instant end = stated.stream().flatMap(CapFeature::instant).findFirst().orElse(null);
        if (end == null && !stated.isEmpty()) {
            problems.problem("info.expires", "must be an existing time with offset");
            return null;
        }
        return FenceLife.of(rulebook).shorten(opened, sent, end);
    }

    private static Stream<Instant> instant(String text) {
        return Stream.ofNullable(WrittenTime.parseIso(text));
    }

    private static String path(IncidentProblem problem) {
        return PATHS.getOrDefault(
                problem.path(),
                problem.path().startsWith("geometry") ? "info.area" : problem.path());
    }
}
