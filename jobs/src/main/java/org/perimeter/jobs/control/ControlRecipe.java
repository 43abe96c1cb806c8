// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;

import java.io.Serializable;
import java.time.Clock;

/**
 * How a station gets its {@link ControlView}: it reads the store once when it opens, so that no
 * post is judged before the control stream has said its first word, on a fresh start or after a
 * restart.
 */
public final class ControlRecipe implements Serializable {

    private static final long serialVersionUID = 1L;

    private final StoresFactory stores;
    private final ControlReading reading;
    private final Clock clock;

    /**
     * @param clock the wall clock; must be serialisable
     */
    public ControlRecipe(StoresFactory stores, ControlReading reading, Clock clock) {
        this.stores = stores;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * A view of the store as it is now.
     *
     * @throws org.perimeter.connectors.spi.store.StoreException when the store does not answer; the
     *     station then fails and is started again, and no post is lost
     */
    public ControlView open() {
        ControlView view = new ControlView(reading, clock);
        try (Stores opened = stores.open()) {
            for (ControlUpdate update : new ControlPoller(opened, reading, clock).readAll()) {
                view.apply(update);
            }
        }
        return view;
    }

    /** The store that it reads. */
    public StoresFactory stores() {
        return stores;
    }

    /** The wall clock. */
    public Clock clock() {
        return clock;
    }
}
