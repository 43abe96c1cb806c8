// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.policy.ledger.Ledger;

import java.io.IOException;

/** Opens the ledger of a folder for whoever has its store's seat, and nobody else. */
public final class SeatedLedger implements LedgerOpener {

    private final LedgerOpener ledger;
    private final WriterSeat seat;

    /**
     * @param ledger opens it for whoever asks
     * @param seat of the store beside which it is written
     */
    public SeatedLedger(LedgerOpener ledger, WriterSeat seat) {
        this.ledger = ledger;
        this.seat = seat;
    }

    @Override
    public Ledger open() throws IOException {
        Ledger open = ledger.open();
        boolean seated = false;
        try {
            seat.take();
            seated = true;
            return open;
        } finally {
            if (!seated) {
                open.close();
            }
        }
    }

    @Override
    public void requireRight() throws IOException {
        seat.require();
    }

    /** The seat that it needs. */
    public WriterSeat seat() {
        return seat;
    }
}
