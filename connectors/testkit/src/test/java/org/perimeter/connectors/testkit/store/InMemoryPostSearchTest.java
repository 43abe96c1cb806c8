// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;

final class InMemoryPostSearchTest extends PostSearchContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
