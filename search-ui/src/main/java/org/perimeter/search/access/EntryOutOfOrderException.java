// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

/** An event is not the next of its producer, so it was not recorded and never will be. */
public final class EntryOutOfOrderException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Says so. */
    public EntryOutOfOrderException() {
        super("not the next draft of its producer");
    }
}
