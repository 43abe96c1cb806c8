// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.tlog.encoding.MalformedLogException;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * One entry of the audit log, in canonical JSON (RFC 8785). It can be public: persons, queries and
 * posts appear only as keyed references and salted commitments.
 *
 * @param v version of this form, 1
 * @param seq index of the entry in the log, from 0
 * @param tsUtc when it happened
 * @param type what happened
 * @param ruleId the rule that decided
 * @param rulebookHash under which rulebook; empty when there was none
 * @param outcome what was decided
 * @param actorRef lower-case hex HMAC-SHA-256 of the actor under the deployment's actor key
 * @param objCommit lower-case hex SHA-256(salt ‖ payload), see {@link SaltedPayload}
 */
public record LedgerEntry(
        int v,
        long seq,
        Instant tsUtc,
        LedgerEntryType type,
        String ruleId,
        String rulebookHash,
        Outcome outcome,
        String actorRef,
        String objCommit) {

    /** The only version so far. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The bytes that become the leaf. */
    public byte[] toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("v", v);
        node.put("seq", seq);
        node.put("tsUtc", tsUtc.toString());
        node.put("type", type.name());
        node.put("ruleId", ruleId);
        node.put("rulebookHash", rulebookHash);
        node.put("outcome", outcome.name());
        node.put("actorRef", actorRef);
        node.put("objCommit", objCommit);
        return CanonicalJson.bytes(node);
    }

    /**
     * Reads an entry.
     *
     * @throws MalformedLogException when it is not the canonical form of an entry; the message does
     *     not quote it
     */
    public static LedgerEntry parse(byte[] json) throws MalformedLogException {
        try {
            JsonNode node = JSON.readTree(json);
            LedgerEntry entry =
                    new LedgerEntry(
                            node.path("v").asInt(),
                            node.path("seq").asLong(),
                            Instant.parse(node.path("tsUtc").asText()),
                            LedgerEntryType.valueOf(node.path("type").asText()),
                            node.path("ruleId").asText(),
                            node.path("rulebookHash").asText(),
                            Outcome.valueOf(node.path("outcome").asText()),
                            node.path("actorRef").asText(),
                            node.path("objCommit").asText());
            // Writing it again catches missing, unknown and repeated fields and other spellings.
            if (entry.v() == VERSION && Arrays.equals(entry.toJson(), json)) {
                return entry;
            }
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new MalformedLogException("not a ledger entry");
        } catch (IOException e) {
            throw new MalformedLogException("not JSON");
        }
        throw new MalformedLogException("not the canonical form of a ledger entry");
    }
}
