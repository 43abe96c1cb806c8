// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.spi.store.RetentionDiary;

import java.time.Instant;
import java.util.Optional;

/** The diary of retention as one of the heartbeats. */
final class ElasticRetentionDiary implements RetentionDiary {

    private static final String ID = "retention";

    private final RecordReader<Round> reader;
    private final SingleWriter writer;

    /**
     * A round of retention.
     *
     * @param finishedAt when it ended
     */
    record Round(Instant finishedAt) {}

    ElasticRetentionDiary(Elastic elastic, String heartbeats) {
        this.reader = new RecordReader<>(elastic, heartbeats, Round.class);
        this.writer = new SingleWriter(elastic, heartbeats);
    }

    @Override
    public void finished(Instant at) {
        writer.put(ID, new Round(at));
    }

    @Override
    public Optional<Instant> lastFinished() {
        return reader.find(ID).map(Round::finishedAt);
    }
}
