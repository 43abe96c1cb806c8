// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.capture;

/**
 * One captured event.
 *
 * @param micros its time, microseconds since 1970: what cursors count in
 * @param text the event byte for byte
 */
record JetstreamEvent(long micros, String text) {}
