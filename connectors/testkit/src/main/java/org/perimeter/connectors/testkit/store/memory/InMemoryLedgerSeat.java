// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerSeat;

import java.util.Optional;

/** The seat of the ledger's writer, in memory. */
public final class InMemoryLedgerSeat implements LedgerSeat {

    private final WriteFaults faults = new WriteFaults();
    private @Nullable Taken taken;

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public synchronized Optional<Taken> find() {
        faults.check();
        return Optional.ofNullable(taken);
    }

    @Override
    public synchronized boolean take(Taken next) {
        faults.check();
        if (taken != null && taken.turn() >= next.turn()) {
            return false;
        }
        taken = next;
        return true;
    }
}
