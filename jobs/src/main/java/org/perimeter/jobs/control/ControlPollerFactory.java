// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.source.Poller;
import org.perimeter.jobs.source.PollerFactory;

import java.time.Clock;

/**
 * Recipe of the control stream. It has no cursor: after a restart everything is told again, and the
 * store alone is the truth.
 */
public final class ControlPollerFactory implements PollerFactory<ControlUpdate> {

    private static final long serialVersionUID = 1L;

    private final StoresFactory stores;
    private final ControlReading reading;
    private final Clock clock;

    /**
     * @param reading verifies what the store holds
     * @param clock the wall clock; must be serialisable
     */
    public ControlPollerFactory(StoresFactory stores, ControlReading reading, Clock clock) {
        this.stores = stores;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "control";
    }

    @Override
    public Poller<ControlUpdate> create(String cursor) {
        return new ControlPoller(stores.open(), reading, clock);
    }
}
