// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger.docket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which incidents the log has, signed with the log's key: a note of its own form, that nobody takes
 * for a checkpoint. It is made anew all the time and counts only while it is fresh, so that an old
 * one, with an incident that was closed since, cannot be put back.
 *
 * @param at when the inbox was empty and the log was read to its end
 * @param size entries of the log that it rests on
 * @param lines receipts by id of the incident
 */
public record Docket(Instant at, long size, Map<String, DocketLine> lines) {

    private static final String HEADER = "perimeter/incident-docket@v1";
    private static final int HEADER_LINES = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    public Docket {
        lines = Map.copyOf(lines);
    }

    /**
     * Whether the log has exactly this version of an incident with exactly this content, and none
     * that is newer.
     */
    @Control({"COL-01", "AUD-01"})
    public boolean vouchesFor(Incident incident) {
        DocketLine line = lines.get(incident.id());
        return line != null
                && line.live()
                && incident.status() == IncidentStatus.ACTIVE
                && line.version() == incident.version()
                && line.documents().contains(IncidentDocument.hash(incident));
    }

    /** The leaf of the entry that vouches for an incident; null when none does. */
    public @Nullable Long leafOf(Incident incident) {
        DocketLine line = lines.get(incident.id());
        return line != null && vouchesFor(incident) ? line.leaf() : null;
    }

    /** The signed form. */
    public String signed(NoteSigner signer) {
        StringBuilder text =
                new StringBuilder(HEADER)
                        .append('\n')
                        .append(signer.verifierKey().name())
                        .append('\n')
                        .append(at)
                        .append('\n')
                        .append(size)
                        .append('\n');
        new TreeMap<>(lines).values().forEach(line -> text.append(written(line)).append('\n'));
        return signer.sign(text.toString()).format();
    }

    /**
     * Checks and reads the signed form.
     *
     * @param key of the log
     * @throws MalformedLogException when the log's key did not sign it, or it is no docket of this
     *     log
     */
    public static Docket open(String note, VerifierKey key) throws MalformedLogException {
        SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
        if (!signed.isSignedBy(key)) {
            throw new MalformedLogException("the docket is not signed by " + key.name());
        }
        List<String> text = signed.text().lines().toList();
        if (text.size() < HEADER_LINES
                || !text.get(0).equals(HEADER)
                || !text.get(1).equals(key.name())) {
            throw new MalformedLogException("not a docket of this log");
        }
        try {
            Map<String, DocketLine> lines = new TreeMap<>();
            for (String line : text.subList(HEADER_LINES, text.size())) {
                DocketLine read = read(line);
                lines.put(read.incident(), read);
            }
            return new Docket(Instant.parse(text.get(2)), Long.parseLong(text.get(3)), lines);
        } catch (JsonProcessingException | DateTimeException | NumberFormatException e) {
            throw new MalformedLogException("not a docket");
        }
    }

    private static String written(DocketLine line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("incident", line.incident());
        node.put("version", Long.toString(line.version()));
        node.put("live", line.live());
        node.put("expiresAt", line.expiresAt().toString());
        node.put("leaf", Long.toString(line.leaf()));
        line.documents().forEach(node.putArray("documents")::add);
        return CanonicalJson.text(node);
    }

    private static DocketLine read(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        List<String> documents = new ArrayList<>();
        node.path("documents").forEach(document -> documents.add(document.asText()));
        return new DocketLine(
                node.path("incident").asText(),
                Long.parseLong(node.path("version").asText()),
                node.path("live").asBoolean(),
                Instant.parse(node.path("expiresAt").asText()),
                documents,
                Long.parseLong(node.path("leaf").asText()));
    }
}
