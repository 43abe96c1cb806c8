// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

/** Leaves the depth of the XML reader for the one place that makes a problem of it. */
final class UnreadableCapException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Refuses for the given reason, which quotes nothing of the document. */
    UnreadableCapException(String message) {
        super(message, null, false, false);
    }
}
