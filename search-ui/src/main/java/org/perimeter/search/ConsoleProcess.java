// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import io.javalin.util.JavalinBindException;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreArrival;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.KeysConfig;
import org.perimeter.policy.config.RulebookConfig;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.PayloadStore;
import org.perimeter.policy.ledger.RecordedDrafts;
import org.perimeter.policy.ledger.docket.DocketBook;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.api.ApiServer;
import org.perimeter.search.api.site.TlsConnector;
import org.perimeter.search.ledger.DocketDesk;
import org.perimeter.search.ledger.InboxDrain;
import org.perimeter.search.ledger.LedgerLoop;
import org.perimeter.search.ledger.LedgerRoutes;
import org.perimeter.search.ledger.LedgerSequencer;
import org.perimeter.search.ledger.SeatedLedger;
import org.perimeter.search.ledger.WriterSeat;
import org.perimeter.search.oversight.LedgerAudit;
import org.perimeter.search.signin.Entrance;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that runs in the console's process, opened in order and closed the other way round.
 */
final class ConsoleProcess implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleProcess.class);

    private static final Duration DRAIN_PAUSE = Duration.ofMillis(250);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private String address = "";

    private ConsoleProcess() {}

    /**
     * Starts the console of a config file; when this returns, it serves.
     *
     * @param file the deployment's config
     * @param factory opens the store that the config names
     * @param clock wall clock
     * @throws org.perimeter.policy.config.ConfigException when a section is broken
     * @throws StartException when something that a section names cannot be used
     */
    static ConsoleProcess start(ConfigFile file, StoresFactory factory, Clock clock) {
        ConsoleProcess process = new ConsoleProcess();
        boolean started = false;
        try {
            process.open(file, factory, clock);
            started = true;
            return process;
        } finally {
            if (!started) {
                process.close();
            }
        }
    }

    /** Where it serves, such as {@code http://127.0.0.1:8080}. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // The others still have to be closed.
                LOGGER.atWarn().setCause(e).log("a part of the console did not stop cleanly");
            }
        }
    }

    private void open(ConfigFile file, StoresFactory factory, Clock clock) {
        ConsoleConfig config = file.section("console", ConsoleConfig.class, ConsoleConfig.DEFAULT);
        EntranceOpener opener = new EntranceOpener(config, file, clock);
        TlsConnector tls = opener.tls();
        Function<AuditLog, Entrance> entrance = opener.entrance();
        List<Endpoint> endpoints = Endpoint.open(config.webhooks(), file, System::getenv);
        KeysConfig keysConfig = file.section("keys", KeysConfig.class);
        RulebookConfig rulebook = file.section("rulebook", RulebookConfig.class);
        KeyFolder keys = keys(file.resolve(keysConfig.folder()));
        TrustKeys trust = trust(keys);
        Stores stores = stores(factory);
        Path ledgerFolder = file.resolve(config.ledger());
        TileReader tiles = new DirectoryTiles(ledgerFolder);
        WriterSeat seat = WriterSeat.of(stores.ledgerSeat(), tiles, writer(ledgerFolder), clock);
        LedgerSequencer sequencer =
                sequencer(
                        new SeatedLedger(() -> Ledger.open(ledgerFolder, keys.ledgerKeys()), seat),
                        clock);
        try {
            PayloadStore payloads = Ledger.payloads(ledgerFolder, keys.ledgerKeys());
            DocketDesk docket =
                    new DocketDesk(
                            new DocketBook(tiles, payloads, keys.incidentSeal()),
                            keys.ledgerSigner(),
                            stores.incidents());
            open.push(
                    LedgerLoop.start(
                            "ledger-inbox",
                            new InboxDrain(
                                            stores.ledgerInbox(),
                                            sequencer,
                                            new RecordedDrafts(tiles, payloads, keys.ledgerKeys()),
                                            docket,
                                            clock)
                                    ::drain,
                            DRAIN_PAUSE));
            Console console =
                    new Console(
                            entrance,
                            stores,
                            sequencer,
                            tiles,
                            new LedgerAudit(tiles, keys.ledgerKey(), payloads),
                            new IncidentPayload(keys.incidentSeal()),
                            file.resolve(rulebook.folder()),
                            new RulebookLoader(trust, config.isLocalOnly()),
                            jurisdiction(file, config),
                            new LedgerRoutes(
                                            tiles,
                                            keys.ledgerKey(),
                                            stores.ledgerInbox(),
                                            sequencer::awaitPublished)
                                    .routes(),
                            endpoints,
                            clock);
            console.openRulebook();
            open.push(console.startWebhooks());
            open.push(console.startAlarm());
            serve(console.server(opener.site(), tls), config);
        } catch (IOException e) {
            throw new StartException("keys.folder", "the ledger's public key cannot be read", e);
        } catch (StoreException e) {
            throw new StartException("store", "the store does not answer", e);
        }
    }

    private static @Nullable Path jurisdiction(ConfigFile file, ConsoleConfig config) {
        String folder = config.jurisdiction();
        return folder == null ? null : file.resolve(folder);
    }

    private static KeyFolder keys(Path folder) {
        try {
            return KeyFolder.open(folder);
        } catch (UncheckedIOException e) {
            throw new StartException(
                    "keys.folder",
                    "a key file is missing or unreadable; make the folder with: ./perimeter keys new",
                    e);
        } catch (IllegalStateException e) {
            throw new StartException("keys.folder", String.valueOf(e.getMessage()), e);
        }
    }

    private static TrustKeys trust(KeyFolder keys) {
        try {
            return TrustKeys.read(keys.trustFile());
        } catch (IOException e) {
            throw new StartException(
                    "keys.folder",
                    keys.trustFile().getFileName()
                            + " must hold the verifier keys of agency and board",
                    e);
        }
    }

    private Stores stores(StoresFactory factory) {
        try {
            Stores stores = factory.open();
            open.push(stores);
            StoreArrival.prepare(
                    stores,
                    StoreArrival.PATIENCE,
                    away -> LOGGER.atWarn().log("the store is away; nothing is served"));
            return stores;
        } catch (StoreException e) {
            throw new StartException("store", String.valueOf(e.getMessage()), e);
        }
    }

    /** Names folder and machine: nobody but the holder of the folder's lock can be the same. */
    private static String writer(Path folder) {
        try {
            Files.createDirectories(folder);
            return InetAddress.getLocalHost().getHostName() + ":" + folder.toRealPath();
        } catch (IOException e) {
            throw new StartException("console.ledger", "the folder cannot be made or named", e);
        }
    }

    private LedgerSequencer sequencer(SeatedLedger ledger, Clock clock) {
        try {
            LedgerSequencer sequencer = LedgerSequencer.start(ledger, clock);
            open.push(ledger.seat());
            open.push(LedgerLoop.start("ledger-seat", ledger.seat()::renew, WriterSeat.RENEWAL));
            open.push(sequencer);
            return sequencer;
        } catch (IOException e) {
            throw new StartException("console.ledger", String.valueOf(e.getMessage()), e);
        }
    }

    private void serve(ApiServer server, ConsoleConfig config) {
        try {
            open.push(server);
            address = server.start();
        } catch (JavalinBindException e) {
            throw new StartException(
                    "console.port",
                    config.port() + " on " + config.host() + " is taken; choose another",
                    e);
        }
    }
}
