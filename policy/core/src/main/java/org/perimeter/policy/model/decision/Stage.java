// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/** Stations of a post's way, as named in dead letters and metrics. */
public enum Stage {
    SOURCE,
    INGEST,
    COLLECT,
    ANALYZE,
    ADMIT,
    STORE,
    ALERT
}
