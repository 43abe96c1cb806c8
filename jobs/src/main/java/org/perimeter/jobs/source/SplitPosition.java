// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

/** How far the emitted items of a split have come; belongs to the reader's thread. */
final class SplitPosition {

    private String cursor;

    SplitPosition(String cursor) {
        this.cursor = cursor;
    }

    void advance(String to) {
        cursor = to;
    }

    String cursor() {
        return cursor;
    }
}
