// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bias audit of a model (control GOV-03): the last object that {@code bench quality --audit}
 * prints, which lies beside the model. A model that was not audited, or that has a red gate, is not
 * enabled.
 *
 * @param model SHA-256 of the graph that was audited, in hexadecimal; empty when none was
 * @param sets how many sets were audited
 * @param skipped sets that were not
 * @param redGates gates that say that the model must not be used
 */
public record ModelAudit(String model, int sets, List<String> skipped, List<String> redGates) {

    /** The file's name. */
    public static final String FILE = "audit.json";

    private static final ModelAudit NONE = new ModelAudit("", 0, List.of(), List.of());

    public ModelAudit {
        skipped = List.copyOf(skipped);
        redGates = List.copyOf(redGates);
    }

    /** The audit that ships beside the model; one of no model when there is none. */
    public static ModelAudit shipped() {
        try (InputStream in = ModelAudit.class.getResourceAsStream(FILE)) {
            return in == null ? NONE : parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the audit of the close reading", e);
        }
    }

    /**
     * Reads a summary.
     *
     * @throws IOException when it is no JSON
     */
    public static ModelAudit parse(byte[] json) throws IOException {
        JsonNode node = new ObjectMapper().readTree(json);
        return new ModelAudit(
                node.path("model").asText(),
                node.path("sets").asInt(),
                texts(node.path("skipped")),
                texts(node.path("redGates")));
    }

    /**
     * Why this model must not be enabled; null when it may be.
     *
     * @param graph SHA-256 of the graph that is to be used
     */
    @Control("GOV-03")
    public @Nullable String objection(String graph) {
        if (!model.equals(graph)) {
            return "it was not audited; run ./perimeter bench quality --audit";
        }
        if (sets == 0 || !skipped.isEmpty()) {
            return "its audit is not whole: " + String.join(", ", skipped);
        }
        return redGates.isEmpty() ? null : "red gates: " + String.join(", ", redGates);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
