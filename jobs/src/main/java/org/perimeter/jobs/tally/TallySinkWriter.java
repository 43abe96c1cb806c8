// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the newest counts per producer and day until the store has taken them. Counts replace each
 * other, so a write that fails is simply made again with newer ones.
 */
final class TallySinkWriter implements SinkWriter<TallySnapshot> {

    private static final Logger LOGGER = LoggerFactory.getLogger(TallySinkWriter.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Stores stores;
    private final InstantSource clock;
    private final Map<Key, TallySnapshot> waiting = new LinkedHashMap<>();
    private Instant next = Instant.MIN;

    private record Key(String producer, String day) {}

    TallySinkWriter(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public void write(TallySnapshot snapshot, Context context) {
        waiting.put(new Key(snapshot.producer(), snapshot.day()), snapshot);
        if (!clock.instant().isBefore(next)) {
            put();
        }
    }

    @Override
    public void flush(boolean endOfInput) {
        put();
    }

    private void put() {
        next = clock.instant().plus(PAUSE);
        Iterator<TallySnapshot> snapshots = waiting.values().iterator();
        try {
            while (snapshots.hasNext()) {
                TallySnapshot snapshot = snapshots.next();
                stores.tallies()
                        .put(
                                snapshot.producer(),
                                LocalDate.parse(snapshot.day()),
                                snapshot.toldAt(),
                                snapshot.counts());
                snapshots.remove();
            }
        } catch (StoreException e) {
            LOGGER.atWarn().addKeyValue("waiting", waiting.size()).log("tallies not written yet");
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
