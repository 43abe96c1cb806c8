// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import java.util.List;

/**
 * All endpoints.
 *
 * @param webhooks in the order of the configuration
 */
public record WebhookListView(List<WebhookView> webhooks) {

    public WebhookListView {
        webhooks = List.copyOf(webhooks);
    }
}
