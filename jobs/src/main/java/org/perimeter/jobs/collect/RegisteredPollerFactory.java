// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.control.ControlReading;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.Poller;
import org.perimeter.jobs.source.PollerFactory;

import java.time.Clock;

/** Recipe of a {@link RegisteredPoller} around another poller. */
public final class RegisteredPollerFactory implements PollerFactory<Fetched> {

    private static final long serialVersionUID = 1L;

    private final PollerFactory<Fetched> source;
    private final StoresFactory stores;
    private final ControlReading reading;
    private final Clock clock;

    /**
     * @param stores where the rulebook is
     * @param reading verifies it
     * @param clock the wall clock; must be serialisable
     */
    public RegisteredPollerFactory(
            PollerFactory<Fetched> source,
            StoresFactory stores,
            ControlReading reading,
            Clock clock) {
        this.source = source;
        this.stores = stores;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public Poller<Fetched> create(String cursor) {
        return new RegisteredPoller(source, cursor, stores.open(), reading, clock);
    }
}
