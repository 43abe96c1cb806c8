// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.perimeter.policy.ledger.LedgerEntry;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.TimeSpan;
import org.perimeter.search.oversight.ReportView.Deletion;
import org.perimeter.search.oversight.ReportView.ListedEntry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up what the entries of a period say. Type, rule and time are public; the rest is in the
 * payloads. When incidents were opened is taken from all entries, since an incident that was opened
 * before the period may reach into it.
 */
final class LedgerDigest implements LedgerAudit.Reader {

    private static final int MOST_DELETIONS = 100;
    private static final int MOST_LISTED = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    /** Deletions for this reason were asked for by a platform, all others by a limit. */
    private static final String ASKED = "RET-03";

    private final TimeSpan period;
    private final Map<String, Long> byType = new TreeMap<>();
    private final Map<String, Long> purposes = new TreeMap<>();
    private final Map<String, Long> denials = new TreeMap<>();
    private final Map<String, Set<String>> alerts = new HashMap<>();
    private final Map<String, Instant> openings = new HashMap<>();
    private final Deque<Deletion> deletions = new ArrayDeque<>();
    private final Deque<ListedEntry> listed = new ArrayDeque<>();
    private long stored;
    private long byDeadline;
    private long resumed;
    private long unopened;
    private long withoutReceipt;

    LedgerDigest(TimeSpan period) {
        this.period = period;
    }

    @Override
    public void read(LedgerEntry entry, String payload) {
        JsonNode details = parse(payload);
        if (entry.type() == LedgerEntryType.INCIDENT_OPEN) {
            openings.putIfAbsent(details.path("incident").asText(), entry.tsUtc());
        }
        boolean within =
                !entry.tsUtc().isBefore(period.from()) && entry.tsUtc().isBefore(period.to());
        if (within) {
            unopened += payload.isEmpty() ? 1 : 0;
            byType.merge(entry.type().name(), 1L, Long::sum);
            list(entry);
            add(entry, details);
        }
    }

    private void add(LedgerEntry entry, JsonNode details) {
        switch (entry.type()) {
            case SEARCH -> purposes.merge(details.path("purpose").asText("?"), 1L, Long::sum);
            case DENY -> {
                denials.merge(entry.ruleId(), 1L, Long::sum);
                withoutReceipt += details.path("reason").asText().equals("NO_RECEIPT") ? 1 : 0;
            }
            case ALERT ->
                    alerts.computeIfAbsent(details.path("state").asText(), s -> new HashSet<>())
                            .add(details.path("alert").asText());
            case COLLECT_BATCH ->
                    stored += details.path("admitted").asLong() + details.path("redacted").asLong();
            case DELETE, KEY_DESTROY -> delete(entry, details);
            case INTENT -> resumed += details.path("resumed").asBoolean() ? 1 : 0;
            default -> {}
        }
    }

    private void delete(LedgerEntry entry, JsonNode details) {
        boolean key = entry.type() == LedgerEntryType.KEY_DESTROY;
        Long items = key ? Long.valueOf(1) : null;
        if (details.has("items")) {
            items = details.path("items").asLong();
        }
        if (!key && !entry.ruleId().equals(ASKED) && items != null) {
            byDeadline += items;
        }
        deletions.addFirst(
                new Deletion(
                        entry.seq(), entry.tsUtc(), entry.ruleId(), what(entry, details), items));
        if (deletions.size() > MOST_DELETIONS) {
            deletions.removeLast();
        }
    }

    private static String what(LedgerEntry entry, JsonNode details) {
        if (details.isMissingNode()) {
            return "not readable";
        }
        if (entry.type() == LedgerEntryType.KEY_DESTROY) {
            return "the key of incident " + details.path("incident").asText();
        }
        if (entry.ruleId().equals(ASKED)) {
            return "posts deleted or changed on their platform";
        }
        if (details.has("what")) {
            return "old " + details.path("what").asText();
        }
        return details.has("class")
                ? "all posts of class "
                        + details.path("class").asText()
                        + " due on "
                        + details.path("deleteByDay").asText()
                : "posts of incident " + details.path("incident").asText();
    }

    private void list(LedgerEntry entry) {
        listed.addLast(
                new ListedEntry(
                        entry.seq(), entry.tsUtc(), entry.type(), entry.ruleId(), entry.outcome()));
        if (listed.size() > MOST_LISTED) {
            listed.removeFirst();
        }
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Entries in the period, per type. */
    Map<String, Long> byType() {
        return byType;
    }

    /** Entries of a type in the period. */
    long count(LedgerEntryType type) {
        return byType.getOrDefault(type.name(), 0L);
    }

    /** Searches per stated purpose. */
    Map<String, Long> purposes() {
        return purposes;
    }

    /** Refusals per rule. */
    Map<String, Long> denials() {
        return denials;
    }

    /** Incidents that were found in the store without an entry. */
    long withoutReceipt() {
        return withoutReceipt;
    }

    /** How many alerts were in this state at some time. */
    long alerts(String state) {
        return alerts.getOrDefault(state, Set.of()).size();
    }

    /** When the ledger first heard of each incident as open; of all time. */
    Map<String, Instant> openings() {
        return openings;
    }

    /** Stored posts that collection entries speak of. */
    long stored() {
        return stored;
    }

    /** Items deleted because a limit was reached. */
    long byDeadline() {
        return byDeadline;
    }

    /** Deletions that were cut short and taken up again. */
    long resumed() {
        return resumed;
    }

    /** The newest deletions, newest first. */
    List<Deletion> deletions() {
        return new ArrayList<>(deletions);
    }

    /** The newest entries, oldest first. */
    List<ListedEntry> listed() {
        return new ArrayList<>(listed);
    }

    /** Entries whose payload is missing or not what they commit to. */
    long unopened() {
        return unopened;
    }
}
