// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

/**
 * What became of one write of a batch.
 *
 * @param documentId the document
 * @param result what became of it
 * @param detail the store's own error type, for the dead letter and the log; empty when all is well
 */
public record WriteOutcome(String documentId, Result result, String detail) {

    /** The kinds of result. */
    public enum Result {
        /** Written. */
        OK,
        /** Erased a document that was there. */
        ERASED,
        /** There was nothing to erase. */
        ABSENT,
        /** A newer version is stored already; nothing to do. */
        STALE,
        /** May succeed later: overload, a node away. */
        RETRY,
        /** Will never succeed: the document is not acceptable. A dead letter. */
        POISON
    }
}
