// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.ledger.docket.DocketBook;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells the jobs which incidents the published log has, under the log's signature, each time that
 * the inbox is empty. For one thread; what it told last may be asked for by any.
 */
public final class DocketDesk {

    private static final Logger LOGGER = LoggerFactory.getLogger(DocketDesk.class);

    private final DocketBook book;
    private final NoteSigner signer;
    private final IncidentStore store;
    private volatile Optional<Docket> told = Optional.empty();
    private boolean begun;
    private long unsealed;

    /**
     * @param book follows the log
     * @param signer of the log
     * @param store where the jobs read the docket
     */
    public DocketDesk(DocketBook book, NoteSigner signer, IncidentStore store) {
        this.book = book;
        this.signer = signer;
        this.store = store;
    }

    /** What was told last; empty before the first time. */
    public Optional<Docket> told() {
        return told;
    }

    /**
     * Reads on in the log and tells.
     *
     * @param drainedAt when the inbox was empty
     * @throws IOException when the log's files cannot be read
     */
    @Control({"COL-01", "AUD-01"})
    void tell(Instant drainedAt) throws IOException {
        if (!begun) {
            Optional<Docket> earlier = earlier();
            if (earlier.isPresent()) {
                book.resume(earlier.get());
            }
            begun = true;
        }
        Docket docket = book.read(drainedAt);
        if (book.unsealed() > unsealed) {
            LOGGER.atError()
                    .addKeyValue("entries", book.unsealed() - unsealed)
                    .log("entries of incidents in the ledger that none of our processes made");
            unsealed = book.unsealed();
        }
        store.vouch(docket.signed(signer));
        told = Optional.of(docket);
    }

    private Optional<Docket> earlier() {
        Optional<String> note = store.docket();
        try {
            return note.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Docket.open(note.get(), signer.verifierKey()));
        } catch (MalformedLogException e) {
            LOGGER.atError().log("the docket in the store is not ours; it is made from the log");
            return Optional.empty();
        }
    }
}
