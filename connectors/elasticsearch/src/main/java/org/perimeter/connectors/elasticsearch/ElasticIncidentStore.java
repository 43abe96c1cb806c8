// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Instants;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Incidents in Elasticsearch; each is visible to the lists when its write is answered. */
final class ElasticIncidentStore implements IncidentStore {

    private static final String DOCKET = "docket";

    private final RecordReader<Incident> reader;
    private final RecordReader<Vouched> dockets;
    private final SingleWriter docketWriter;
    private final BulkWriter bulk;
    private final String alias;
    private final String inbox;

    /**
     * Which incidents the ledger has.
     *
     * @param docket the signed list
     */
    record Vouched(String docket) {}

    ElasticIncidentStore(Elastic elastic, String alias, String inbox, String heartbeats) {
        this.reader = new RecordReader<>(elastic, alias, Incident.class);
        this.dockets = new RecordReader<>(elastic, heartbeats, Vouched.class);
        this.docketWriter = new SingleWriter(elastic, heartbeats);
        this.bulk = BulkWriter.toAlias(elastic, "put incident").visibleAtOnce();
        this.alias = alias;
        this.inbox = inbox;
    }

    @Override
    public boolean put(Incident incident) {
        return isWritten(bulk.write(List.of(write(incident))).get(0));
    }

    @Override
    public boolean put(Incident incident, LedgerDraft draft) {
        BulkOperation telling = ElasticLedgerInbox.handIn(inbox, draft);
        Optional<Incident> stored = find(incident.id());
        if (stored.isEmpty() || stored.get().version() < incident.version()) {
            List<BulkResponseItem> items = bulk.write(List.of(telling, write(incident)));
            isWritten(items.get(0));
            return isWritten(items.get(1));
        }
        if (stored.get().equals(incident.withUpdatedAt(stored.get().updatedAt()))) {
            isWritten(bulk.write(List.of(telling)).get(0));
        }
        return false;
    }

    private BulkOperation write(Incident incident) {
        return Operations.indexNewer(alias, incident.id(), incident.version(), incident);
    }

    /** False when it is there, or something newer. */
    private static boolean isWritten(BulkResponseItem item) {
        Result result = Failures.resultOf(item);
        if (result == Result.RETRY || result == Result.POISON) {
            throw new StoreException(
                    "put incident refused: " + Failures.typeOf(item), result == Result.RETRY, null);
        }
        return result == Result.OK;
    }

    @Override
    public Optional<Incident> find(String id) {
        return reader.find(id);
    }

    @Override
    public List<Incident> changedSince(Instant updatedAfter, String afterId, int limit) {
        String instant = Instants.exact(updatedAfter);
        Query later = updatedAt(date -> date.gt(instant));
        Query sameInstant =
                Query.of(
                        query ->
                                query.bool(
                                        bool ->
                                                bool.filter(
                                                        updatedAt(
                                                                date ->
                                                                        date.gte(instant)
                                                                                .lte(instant)),
                                                        idAfter(afterId))));
        return reader.list(
                Query.of(query -> query.bool(bool -> bool.should(later, sameInstant))),
                limit,
                RecordReader.byTime("updatedAt", SortOrder.Asc),
                RecordReader.by("id"));
    }

    private static Query updatedAt(UnaryOperator<DateRangeQuery.Builder> bounds) {
        return Query.of(
                query ->
                        query.range(
                                range ->
                                        range.date(date -> bounds.apply(date.field("updatedAt")))));
    }

    private static Query idAfter(String id) {
        return Query.of(query -> query.range(range -> range.term(term -> term.field("id").gt(id))));
    }

    @Override
    public List<Incident> list(int limit) {
        return reader.list(
                RecordReader.all(),
                limit,
                RecordReader.byTime("openedAt", SortOrder.Desc),
                RecordReader.by("id"));
    }

    @Override
    public void vouch(String docket) {
        docketWriter.put(DOCKET, new Vouched(docket));
    }

    @Override
    public Optional<String> docket() {
        return dockets.find(DOCKET).map(Vouched::docket);
    }
}
