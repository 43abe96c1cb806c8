// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.AlertStoreContract;

final class InMemoryAlertStoreTest extends AlertStoreContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
