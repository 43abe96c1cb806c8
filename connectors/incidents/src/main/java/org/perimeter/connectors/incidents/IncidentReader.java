// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.rulebook.Rulebook;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is said of incidents from GeoJSON (RFC 7946): a Feature or a FeatureCollection. One
 * bad feature does not keep the others out.
 */
public final class IncidentReader {

    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_FEATURES = 10_000;
    private static final int DEEPEST = 20;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private IncidentReader() {}

    /**
     * Reads a JSON document.
     *
     * @param json UTF-8, at most 5 MB
     * @param source id of where it comes from; becomes the first part of each incident's id
     * @param rulebook whose limits hold
     * @param clock the wall clock
     */
    public static IncidentIntake read(byte[] json, String source, Rulebook rulebook, Clock clock) {
        if (json.length > MOST_BYTES) {
            return refuse("longer than " + MOST_BYTES + " bytes");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return refuse("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return refuse("not JSON");
        }
        return read(root, source, rulebook, clock);
    }

    /** Reads a parsed document; see the other method. */
    public static IncidentIntake read(
            JsonNode root, String source, Rulebook rulebook, Clock clock) {
        List<JsonNode> features = new ArrayList<>();
        String type = root.path("type").asText();
        if (type.equals("FeatureCollection") && root.path("features").isArray()) {
            root.path("features").forEach(features::add);
        } else if (type.equals("Feature")) {
            features.add(root);
        } else {
            return refuse("expected a GeoJSON Feature or FeatureCollection");
        }
        if (features.size() > MOST_FEATURES) {
            return refuse("more than " + MOST_FEATURES + " features");
        }
        Instant now = clock.instant();
        List<IncidentStatement> accepted = new ArrayList<>();
        List<IncidentProblem> rejected = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            FeatureFields fields = new FeatureFields(i, features.get(i));
            read(new IncidentFeature(fields, source, rulebook, now), fields)
                    .ifPresent(accepted::add);
            rejected.addAll(fields.problems());
        }
        return new IncidentIntake(accepted, rejected);
    }

    /** A feature that trips a fault of ours costs itself only: its neighbours are incidents too. */
    private static Optional<IncidentStatement> read(IncidentFeature feature, FeatureFields fields) {
        try {
            return feature.read();
        } catch (RuntimeException e) {
            fields.problem("", "cannot be read");
            return Optional.empty();
        }
    }

    private static IncidentIntake refuse(String message) {
        return new IncidentIntake(List.of(), List.of(new IncidentProblem(-1, "", message)));
    }
}
