// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import org.perimeter.launcher.process.Child;

/** What came of starting a child again. */
public sealed interface Revival {

    /**
     * It is ready.
     *
     * @param child the new process
     */
    record Back(Child child) implements Revival {}

    /**
     * It is not.
     *
     * @param status its exit status; {@link #UNKNOWN} when it did not end by itself
     * @param why what it said last
     */
    record Failed(int status, String why) implements Revival {

        /** There is no exit status. */
        public static final int UNKNOWN = -1;
    }
}
