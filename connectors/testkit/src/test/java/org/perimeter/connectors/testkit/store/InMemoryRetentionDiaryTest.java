// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import org.perimeter.connectors.spi.store.Stores;

final class InMemoryRetentionDiaryTest extends RetentionDiaryContract {

    @Override
    protected Stores newStores() {
        return new InMemoryStores();
    }
}
