// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.connectors.spi.store.LedgerSeat;
import org.perimeter.connectors.spi.store.LedgerSeat.Taken;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.tile.TileHashes;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.MerkleTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The right to write the ledger of a store, for some seconds at a time: two consoles with two
 * folders would fork it under one key, and a folder that was emptied or restored would go on as if
 * nothing had been. The seat remembers how far the ledger was, so that only a folder that extends
 * it may follow.
 *
 * <p>Who cannot renew stops {@link #MARGIN} before others may take the seat, by a clock that only
 * goes forward; the machines' wall clocks must agree within that margin. Safe for several threads.
 */
public final class WriterSeat implements AutoCloseable {

    /** How often the seat is renewed. */
    public static final Duration RENEWAL = Duration.ofSeconds(4);

    static final Duration LENGTH = Duration.ofSeconds(20);
    static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Logger LOGGER = LoggerFactory.getLogger(WriterSeat.class);

    private final LedgerSeat seat;
    private final TileReader tiles;
    private final String writer;
    private final Clock clock;
    private final LongSupplier nanos;
    private long turn;
    private long deadline;

    WriterSeat(LedgerSeat seat, TileReader tiles, String writer, Clock clock, LongSupplier nanos) {
        this.seat = seat;
        this.tiles = tiles;
        this.writer = writer;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * The seat for a folder.
     *
     * @param seat of the store
     * @param tiles the published files of the folder
     * @param writer names the folder and its machine; whoever has the same name may take over at
     *     once, so that a console that was killed does not wait for itself
     * @param clock wall clock
     */
    public static WriterSeat of(LedgerSeat seat, TileReader tiles, String writer, Clock clock) {
        return new WriterSeat(seat, tiles, writer, clock, System::nanoTime);
    }

    /**
     * Takes the seat for the folder as it is published now.
     *
     * @throws IOException when another writer has it, when the folder does not extend what the
     *     store has seen, or when the store does not answer
     */
    @Control("AUD-04")
    synchronized void take() throws IOException {
        turn = 0;
        try {
            Optional<Taken> before = seat.find();
            Checkpoint head = new LedgerReader(tiles).head();
            if (before.isPresent()) {
                requireFree(before.get());
                requireExtends(before.get(), head);
            }
            if (!write(before.map(Taken::turn).orElse(0L) + 1, head, LENGTH)) {
                throw new IOException("another console was quicker to take the ledger's seat");
            }
        } catch (StoreException e) {
            throw new IOException("the store does not say who may write the ledger", e);
        }
    }

    private void requireFree(Taken before) throws IOException {
        if (!before.writer().equals(writer) && clock.instant().isBefore(before.until())) {
            throw new IOException(
                    "the ledger of this store is being written by "
                            + before.writer()
                            + "; stop that console first, or wait until "
                            + before.until());
        }
    }

    private void requireExtends(Taken before, Checkpoint head) throws IOException {
        if (before.size() > head.size()) {
            throw new IOException(
                    "the store has seen "
                            + before.size()
                            + " entries of this ledger and the folder holds "
                            + head.size()
                            + ": it was emptied or restored from an older copy; put back the"
                            + " folder that "
                            + before.writer()
                            + " wrote last, and tell the board");
        }
        String root = MerkleTree.root(before.size(), new TileHashes(tiles, head.size())).toBase64();
        if (!before.root().equals(root)) {
            throw new IOException(
                    "the folder's first "
                            + before.size()
                            + " entries are not those that the store has seen: it is another"
                            + " ledger or a fork of this one; put back the folder that "
                            + before.writer()
                            + " wrote last, and tell the board");
        }
    }

    /** Keeps the seat, and lets the store see how far the ledger is; nothing for who has none. */
    public synchronized void renew() {
        if (turn == 0) {
            return;
        }
        try {
            if (!write(turn + 1, new LedgerReader(tiles).head(), LENGTH)) {
                turn = 0;
                LOGGER.atError().log("another console has taken the ledger's seat");
            }
        } catch (StoreException | IOException e) {
            LOGGER.atWarn().setCause(e).log("the ledger's seat was not renewed");
        }
    }

    /**
     * Says no when the seat is gone or about to go.
     *
     * @throws IOException when it is
     */
    synchronized void require() throws IOException {
        if (turn == 0 || nanos.getAsLong() - deadline >= 0) {
            throw new IOException(
                    "the right to write the ledger has lapsed: the store does not answer, or"
                            + " another console writes");
        }
    }

    /** Gives the seat up, so that nobody waits for who has stopped. */
    @Override
    public synchronized void close() {
        if (turn == 0) {
            return;
        }
        try {
            boolean told = write(turn + 1, new LedgerReader(tiles).head(), Duration.ZERO);
            if (!told) {
                LOGGER.atWarn().log("another console had taken the ledger's seat");
            }
        } catch (StoreException | IOException e) {
            LOGGER.atWarn().setCause(e).log("the ledger's seat was not given up; it will lapse");
        }
        turn = 0;
    }

    private boolean write(long next, Checkpoint head, Duration length) {
        long asked = nanos.getAsLong();
        Instant until = clock.instant().plus(length);
        Taken taken = new Taken(next, writer, until, head.size(), head.root().toBase64());
        if (!seat.take(taken)) {
            return false;
        }
        turn = next;
        deadline = asked + length.minus(MARGIN).toNanos();
        return true;
    }
}
