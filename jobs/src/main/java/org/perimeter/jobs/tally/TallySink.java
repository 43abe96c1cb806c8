// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.perimeter.connectors.spi.store.StoresFactory;

import java.time.Clock;

/** Puts the newest counts of every producer into the tally store, about once a second. */
public final class TallySink implements Sink<TallySnapshot> {

    private static final long serialVersionUID = 1L;

    private final StoresFactory stores;
    private final Clock clock;

    /**
     * @param clock the wall clock; must be serialisable
     */
    public TallySink(StoresFactory stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public SinkWriter<TallySnapshot> createWriter(WriterInitContext context) {
        return new TallySinkWriter(stores.open(), clock);
    }
}
