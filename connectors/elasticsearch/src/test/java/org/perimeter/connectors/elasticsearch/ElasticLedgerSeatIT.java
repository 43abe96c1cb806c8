// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.LedgerSeatContract;

final class ElasticLedgerSeatIT extends LedgerSeatContract {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    @Override
    protected Stores newStores() {
        return ENGINE.newFactory().open();
    }
}
