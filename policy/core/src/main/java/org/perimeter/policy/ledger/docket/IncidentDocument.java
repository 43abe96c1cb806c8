// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger.docket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;

/** Names the whole content of one version of an incident by a hash. */
final class IncidentDocument {

    /** Times as text; whole numbers as text too, since RFC 8785 knows doubles only. */
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, ToStringSerializer.instance)
                                    .addSerializer(Long.class, ToStringSerializer.instance)
                                    .addSerializer(Long.TYPE, ToStringSerializer.instance))
                    .build();

    private IncidentDocument() {}

    /**
     * Lower-case hex SHA-256 over all of it but the time of writing, which differs between two
     * attempts at writing the same version and by which nothing is collected.
     */
    static String hash(Incident incident) {
        ObjectNode node = JSON.valueToTree(incident);
        node.remove("updatedAt");
        return CanonicalJson.hash(node);
    }
}
