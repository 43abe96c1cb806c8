// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

/** Lets a stream speak when something changed, and now and then to show that it is alive. */
final class Beat {

    private static final int QUIET_LOOKS = 4;

    private int quiet;

    /** Whether to send after this look. */
    boolean isDue(boolean changed) {
        quiet = changed || quiet >= QUIET_LOOKS ? 0 : quiet + 1;
        return quiet == 0;
    }
}
