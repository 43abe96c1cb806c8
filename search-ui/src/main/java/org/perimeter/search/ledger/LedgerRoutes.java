// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.Receipt;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.RouteAudience;
import org.perimeter.search.api.error.ApiException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Serves the published log as C2SP tlog-tiles asks, so that anyone's verifier can check it, and
 * receipts for single entries.
 */
public final class LedgerRoutes {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";
    private static final String CACHE_CONTROL = "Cache-Control";

    /** A checkpoint is replaced after every batch. */
    private static final String BRIEFLY = "no-cache";

    /** A tile, once there, never changes. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final TileReader tiles;
    private final LedgerReader reader;
    private final VerifierKey key;
    private final LedgerInbox inbox;
    private final Runnable published;

    /**
     * @param tiles the published files
     * @param key verifies the log's checkpoints
     * @param inbox knows when it was last drained
     * @param published waits until what is durable is also published, so that whoever was told of
     *     an entry finds it
     */
    public LedgerRoutes(TileReader tiles, VerifierKey key, LedgerInbox inbox, Runnable published) {
        this.tiles = tiles;
        this.reader = new LedgerReader(tiles);
        this.key = key;
        this.inbox = inbox;
        this.published = published;
    }

    /** The routes to add to the server's table. */
    public List<Route> routes() {
        return List.of(
                Route.document(
                                "/checkpoint",
                                "The newest signed checkpoint of the ledger (C2SP tlog-tiles).",
                                TEXT,
                                this::checkpoint)
                        .open(RouteAudience.ANYONE),
                Route.document(
                                "/tile/<path>",
                                "A tile of hashes or a bundle of entries (C2SP tlog-tiles).",
                                BYTES,
                                this::tile)
                        .with(Parameter.path("path", "Level or entries, then the tile's number."))
                        .open(RouteAudience.ANYONE),
                Route.get(
                                "/api/v1/ledger",
                                "The ledger's size, root and verifier key.",
                                LedgerView.class,
                                call -> view())
                        .open(RouteAudience.ANYONE),
                Route.document(
                                "/api/v1/ledger/receipts/{index}",
                                "The proof that an entry is in the ledger (C2SP tlog-proof).",
                                TEXT,
                                this::receipt)
                        .with(Parameter.path("index", "Index of the entry, from 0."))
                        .open(RouteAudience.ANYONE));
    }

    private byte[] checkpoint(Call call) throws IOException {
        published.run();
        byte[] checkpoint = tiles.find(TileReader.CHECKPOINT);
        if (checkpoint == null) {
            throw ApiException.notFound();
        }
        call.header(CACHE_CONTROL, BRIEFLY);
        return checkpoint;
    }

    private byte[] tile(Call call) throws IOException {
        TilePath path = TilePath.parse("tile/" + call.path("path"));
        byte[] tile = path == null ? null : tiles.find(path.path());
        if (tile == null) {
            throw ApiException.notFound();
        }
        call.header(CACHE_CONTROL, FOR_EVER);
        return tile;
    }

    private LedgerView view() throws IOException {
        published.run();
        Checkpoint head = reader.head();
        return new LedgerView(
                head.origin(), head.size(), head.root().toBase64(), key.text(), drainedAt());
    }

    private byte[] receipt(Call call) throws IOException {
        published.run();
        Receipt receipt = reader.findReceipt(index(call.path("index")));
        if (receipt == null) {
            throw ApiException.notFound();
        }
        return receipt.format().getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable Instant drainedAt() {
        try {
            return inbox.lastDrained().orElse(null);
        } catch (StoreException e) {
            // The ledger itself can be read without the store.
            return null;
        }
    }

    private static long index(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiException.badField("index", "must be a whole number");
        }
    }
}
