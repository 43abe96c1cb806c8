// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves by hand. */
public final class ManualClock implements InstantSource {

    private volatile Instant now;

    public ManualClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
