// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger.docket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger's entry of an incident's version says of it, sealed by a process that holds the
 * deployment's keys: whoever only reaches the inbox can have an entry made, but none that counts.
 *
 * @param incident id
 * @param version which
 * @param live whether posts around it may be collected
 * @param expiresAt when that ends by itself
 * @param document hash of the whole incident
 */
record IncidentEntry(
        String incident, long version, boolean live, Instant expiresAt, String document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static IncidentEntry of(Incident incident) {
        return new IncidentEntry(
                incident.id(),
                incident.version(),
                incident.status() == IncidentStatus.ACTIVE,
                incident.expiresAt(),
                IncidentDocument.hash(incident));
    }

    /** The members of the payload. */
    static Map<String, String> members(Incident incident, IncidentSeal seal) {
        IncidentEntry entry = of(incident);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("incident", entry.incident());
        members.put("version", Long.toString(entry.version()));
        members.put("status", incident.status().name());
        members.put("expiresAt", entry.expiresAt().toString());
        members.put("document", entry.document());
        members.put("seal", entry.sealed(seal));
        return members;
    }

    /** Reads a payload; empty when it is none of ours or its seal does not hold. */
    static Optional<IncidentEntry> read(String payload, IncidentSeal seal) {
        try {
            JsonNode node = JSON.readTree(payload);
            IncidentEntry entry =
                    new IncidentEntry(
                            node.path("incident").asText(),
                            Long.parseLong(node.path("version").asText()),
                            node.path("status").asText().equals(IncidentStatus.ACTIVE.name()),
                            Instant.parse(node.path("expiresAt").asText()),
                            node.path("document").asText());
            return seal.isOf(node.path("seal").asText(), entry.parts())
                    ? Optional.of(entry)
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String sealed(IncidentSeal seal) {
        return seal.of(parts());
    }

    private String[] parts() {
        return new String[] {
            incident, Long.toString(version), Boolean.toString(live), expiresAt.toString(), document
        };
    }
}
