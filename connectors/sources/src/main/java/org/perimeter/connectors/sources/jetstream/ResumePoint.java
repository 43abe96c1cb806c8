// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.Nullable;

/**
 * Tells, on a connection that was asked to resume, what was read before from what is new, and
 * whether the server left something out.
 *
 * <p>A server replays from the cursor's time on, that event included. So everything up to the last
 * event that was read is skipped; afterwards everything is new, even if times should step back. A
 * server that no longer keeps so old a cursor starts later and does not say so: then the first
 * event is later than the cursor by more than a quiet stream would explain.
 */
final class ResumePoint {

    private final @Nullable JetstreamCursor cursor;
    private final long gapMicros;
    private boolean first = true;
    private boolean passed;
    private boolean gap;
    private int sameTime;

    /**
     * @param cursor what was read last; null when nothing was
     * @param gapMicros how much later than the cursor the first event may be
     */
    ResumePoint(@Nullable JetstreamCursor cursor, long gapMicros) {
        this.cursor = cursor;
        this.gapMicros = gapMicros;
        this.passed = cursor == null;
    }

    /** Whether the event was read before the resume; call once per event, in order. */
    boolean wasReadBefore(long eventMicros) {
        if (first && cursor != null) {
            gap = eventMicros - cursor.micros() > gapMicros;
        }
        first = false;
        if (passed || cursor == null) {
            return false;
        }
        if (eventMicros == cursor.micros()) {
            sameTime++;
            passed = sameTime == cursor.count();
            return true;
        }
        passed = eventMicros > cursor.micros();
        return !passed;
    }

    /** Whether everything from here on is new. */
    boolean isPassed() {
        return passed;
    }

    /** Whether the first event was too late; true once, at the event that shows it. */
    boolean takeGap() {
        boolean found = gap;
        gap = false;
        return found;
    }
}
