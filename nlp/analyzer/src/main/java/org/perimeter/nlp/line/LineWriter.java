// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.ThreatFinding;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes an analysis, or why there is none, as one line of JSON without its line end. */
public final class LineWriter {

    private final JsonFactory json = new JsonFactory();

    /** Writes into a generator. */
    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    /** The fixed shape of an analysis. */
    public String analysis(String id, Analysis analysis) {
        return object(
                out -> {
                    out.writeStringField("id", id);
                    out.writeStringField("language", analysis.language());
                    out.writeArrayFieldStart("entities");
                    for (EntityMention entity : analysis.entities()) {
                        entity(out, entity);
                    }
                    out.writeEndArray();
                    out.writeArrayFieldStart("places");
                    for (PlaceMention place : analysis.places()) {
                        place(out, place);
                    }
                    out.writeEndArray();
                    out.writeObjectFieldStart("incident");
                    out.writeBooleanField("relevant", analysis.relevance().relevant());
                    out.writeNumberField("score", analysis.relevance().score());
                    out.writeEndObject();
                    threat(out, analysis.threat());
                });
    }

    /** An error line; the id is null when it could not be read. */
    public String error(@Nullable String id, String message) {
        return object(
                out -> {
                    out.writeStringField("id", id);
                    out.writeStringField("error", message);
                });
    }

    private String object(Body body) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = json.createGenerator(line)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return line.toString();
    }

    private static void entity(JsonGenerator out, EntityMention entity) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", entity.type().name());
        span(out, entity.text(), entity.start(), entity.end());
        out.writeEndObject();
    }

    private static void place(JsonGenerator out, PlaceMention place) throws IOException {
        out.writeStartObject();
        span(out, place.text(), place.start(), place.end());
        out.writeNumberField("lat", place.point().lat());
        out.writeNumberField("lon", place.point().lon());
        out.writeNumberField("radiusMeters", place.radiusMeters());
        out.writeStringField("evidence", place.evidence().name());
        out.writeStringField("basis", place.basis().name());
        out.writeStringField("precision", place.precision().name());
        out.writeStringField("placeId", place.placeId());
        out.writeNumberField("confidence", place.confidence());
        out.writeEndObject();
    }

    private static void span(JsonGenerator out, String text, int start, int end)
            throws IOException {
        out.writeStringField("text", text);
        out.writeNumberField("start", start);
        out.writeNumberField("end", end);
    }

    private static void threat(JsonGenerator out, ThreatFinding threat) throws IOException {
        out.writeObjectFieldStart("threat");
        out.writeStringField("kind", threat.kind().name());
        if (threat.category() != null) {
            out.writeStringField("category", threat.category().name());
        }
        out.writeNumberField("score", threat.score());
        out.writeNumberField("probability", threat.probability());
        out.writeArrayFieldStart("spans");
        for (EvidenceSpan span : threat.spans()) {
            out.writeStartObject();
            out.writeNumberField("start", span.start());
            out.writeNumberField("end", span.end());
            out.writeStringField("rule", span.rule());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
