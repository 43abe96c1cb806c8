// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.model.incident.IncidentCategory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The form of {@code heads.json}: weights, calibration and thresholds of every head. */
public final class HeadsFile {

    private static final int FORMAT = 1;
    private static final String OVERALL = "overall";
    private static final ObjectMapper JSON = new ObjectMapper();

    private HeadsFile() {}

    /** The same heads always give the same bytes. */
    public static byte[] bytes(Heads heads) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("model", heads.model());
        root.put("width", heads.width());
        ObjectNode questions = root.putObject("heads");
        for (CloseHead head : CloseHead.values()) {
            HeadModel model = heads.questions().get(head);
            if (model != null) {
                write(questions.putObject(head.label()), model);
            }
        }
        ObjectNode categories = root.putObject("categories");
        for (IncidentCategory category : IncidentCategory.values()) {
            LinearHead output = heads.categories().get(category);
            if (output != null) {
                write(categories.putObject(category.name()), output);
            }
        }
        return JSON.writeValueAsBytes(root);
    }

    private static void write(ObjectNode node, HeadModel head) {
        node.putObject("thresholds")
                .put("find", head.thresholds().find())
                .put("veto", head.thresholds().veto());
        ObjectNode calibration = node.putObject("calibration");
        write(calibration.putArray(OVERALL), head.overall());
        for (CalibrationGroup group : CalibrationGroup.values()) {
            Calibration own = head.groups().get(group);
            if (own != null) {
                write(calibration.putArray(group.name()), own);
            }
        }
        write(node, head.output());
    }

    private static void write(ArrayNode node, Calibration calibration) {
        calibration.points().forEach(p -> node.addArray().add(p.logOdds()).add(p.probability()));
    }

    private static void write(ObjectNode node, LinearHead output) {
        node.put("bias", output.bias());
        ArrayNode weights = node.putArray("weights");
        output.weights().forEach(weights::add);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IOException when it is something else
     */
    public static Heads read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root.path("format").asInt() != FORMAT) {
            throw new IOException("no heads of format " + FORMAT);
        }
        try {
            Map<CloseHead, HeadModel> questions = new EnumMap<>(CloseHead.class);
            for (CloseHead head : CloseHead.values()) {
                questions.put(head, head(root.path("heads").path(head.label())));
            }
            Map<IncidentCategory, LinearHead> categories = new EnumMap<>(IncidentCategory.class);
            for (IncidentCategory category : IncidentCategory.values()) {
                categories.put(category, output(root.path("categories").path(category.name())));
            }
            return new Heads(
                    root.path("model").asText(), root.path("width").asInt(), questions, categories);
        } catch (IllegalArgumentException e) {
            throw new IOException("broken heads: " + e.getMessage(), e);
        }
    }

    private static HeadModel head(JsonNode node) {
        JsonNode calibration = node.path("calibration");
        Map<CalibrationGroup, Calibration> groups = new EnumMap<>(CalibrationGroup.class);
        for (CalibrationGroup group : CalibrationGroup.values()) {
            if (calibration.has(group.name())) {
                groups.put(group, calibration(calibration.get(group.name())));
            }
        }
        return new HeadModel(
                output(node),
                new Thresholds(
                        node.at("/thresholds/find").asDouble(),
                        node.at("/thresholds/veto").asDouble()),
                calibration(calibration.path(OVERALL)),
                groups);
    }

    private static Calibration calibration(JsonNode points) {
        List<Calibration.Point> all = new ArrayList<>();
        points.forEach(
                p -> all.add(new Calibration.Point(p.path(0).asDouble(), p.path(1).asDouble())));
        return new Calibration(all);
    }

    private static LinearHead output(JsonNode node) {
        List<Float> weights = new ArrayList<>();
        node.path("weights").forEach(w -> weights.add((float) w.asDouble()));
        return new LinearHead(weights, (float) node.path("bias").asDouble());
    }
}
