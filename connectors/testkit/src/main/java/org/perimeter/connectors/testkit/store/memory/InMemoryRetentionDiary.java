// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.RetentionDiary;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The diary of retention in memory. */
public final class InMemoryRetentionDiary implements RetentionDiary {

    private final AtomicReference<@Nullable Instant> finished = new AtomicReference<>();
    private final WriteFaults faults = new WriteFaults();

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void finished(Instant at) {
        faults.check();
        finished.set(at);
    }

    @Override
    public Optional<Instant> lastFinished() {
        faults.check();
        return Optional.ofNullable(finished.get());
    }
}
