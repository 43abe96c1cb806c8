// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.BulkWriter;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.elasticsearch.client.Failures;
import org.perimeter.connectors.elasticsearch.client.Operations;
import org.perimeter.connectors.spi.store.LedgerSeat;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.util.List;
import java.util.Optional;

/** The seat of the ledger's writer as one document, whose version is the turn. */
final class ElasticLedgerSeat implements LedgerSeat {

    private static final String ID = "ledger-seat";

    private final RecordReader<Taken> reader;
    private final BulkWriter writer;
    private final String alias;

    ElasticLedgerSeat(Elastic elastic, String heartbeats) {
        this.reader = new RecordReader<>(elastic, heartbeats, Taken.class);
        this.writer = BulkWriter.toAlias(elastic, "take the ledger's seat");
        this.alias = heartbeats;
    }

    @Override
    public Optional<Taken> find() {
        return reader.find(ID);
    }

    @Override
    public boolean take(Taken next) {
        Result result =
                Failures.resultOf(
                        writer.write(List.of(Operations.indexNewer(alias, ID, next.turn(), next)))
                                .get(0));
        if (result == Result.RETRY || result == Result.POISON) {
            throw new StoreException(
                    "take the ledger's seat refused", result == Result.RETRY, null);
        }
        return result == Result.OK;
    }
}
