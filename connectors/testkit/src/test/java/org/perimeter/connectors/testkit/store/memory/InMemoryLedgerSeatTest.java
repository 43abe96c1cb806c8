// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.LedgerSeatContract;

final class InMemoryLedgerSeatTest extends LedgerSeatContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
