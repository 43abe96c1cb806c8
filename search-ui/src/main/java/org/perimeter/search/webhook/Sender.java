// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

/** Sends one message to one endpoint, once. */
@FunctionalInterface
interface Sender {

    /** What came of it; never throws because of what the receiver does or does not. */
    Attempt send(Endpoint endpoint, Message message);
}
