// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.post.StoredPost;

/**
 * Brings an alert back from the store when the job started without its state, so that its sequence
 * goes on and its support still counts.
 */
final class AlertRecall implements AutoCloseable {

    private final Stores stores;

    AlertRecall(Stores stores) {
        this.stores = stores;
    }

    /**
     * What the store knows of the alert.
     *
     * @throws org.perimeter.connectors.spi.store.StoreException when the store does not answer
     */
    AlertMemory recall(String alertId) {
        Alert alert = stores.alerts().find(alertId).orElse(null);
        if (alert == null) {
            return AlertMemory.EMPTY;
        }
        AlertMemory memory = AlertMemory.EMPTY.with(alert);
        for (String id : alert.postIds()) {
            StoredPost post = stores.posts().find(id).orElse(null);
            if (post != null) {
                memory = memory.with(AlertSupport.of(post));
            }
        }
        return memory;
    }

    @Override
    public void close() {
        stores.close();
    }
}
