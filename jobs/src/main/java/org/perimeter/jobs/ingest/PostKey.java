// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import java.util.HexFormat;

/**
 * The 16 bytes that a post is known by between the door and the fence: half of its keyed hash.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record PostKey(long high, long low) {

    /** In hex, as dead letters refer to it. */
    String toHex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
