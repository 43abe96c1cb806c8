// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

/** Says why a document is no feed, quoting nothing of it. */
final class UnreadableFeedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableFeedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why, for people. */
    String reason() {
        return reason;
    }
}
