// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Message;

/** Sends one message to one endpoint, once. */
@FunctionalInterface
public interface Sender {

    /** What came of it; never throws because of what the receiver does or does not. */
    Attempt send(Endpoint endpoint, Message message);
}
