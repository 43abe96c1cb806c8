// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.LedgerWatchContract;

final class InMemoryLedgerWatchTest extends LedgerWatchContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
