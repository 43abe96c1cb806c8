// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.memory.InMemoryLedgerInbox;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.search.api.ApiServer;
import org.perimeter.search.api.RouteTable;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.testing.StrangersDoor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A board that verifies over HTTP, again and again, while searches and jobs fill the ledger. */
class LiveLedgerIT {

    private static final int ROUNDS = 6;
    private static final long PAUSE_NANOS = 2_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir private Path folder;

    @Test
    void verifiesAtEveryMomentAndNeverShrinksOrForks() throws Exception {
        // Given
        TestLedger ledger = new TestLedger(folder);
        InMemoryLedgerInbox inbox = new InMemoryLedgerInbox();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, Clock.systemUTC());
        LedgerLoop loop =
                LedgerLoop.start(
                        "ledger-inbox",
                        new InboxDrain(
                                        inbox,
                                        sequencer,
                                        ledger.recorded(),
                                        ledger.docket(new InMemoryStores().incidents()),
                                        Clock.systemUTC())
                                ::drain,
                        Duration.ofMillis(20));
        try (ApiServer server =
                new ApiServer(
                        new RouteTable(
                                new LedgerRoutes(
                                                ledger.tiles(),
                                                ledger.key(),
                                                inbox,
                                                sequencer::awaitPublished)
                                        .routes()),
                        Site.local("127.0.0.1", 0),
                        StrangersDoor.CLOSED)) {
            TileReader web = reader(server.start());
            Future<Long> searches = writers.submit(() -> search(sequencer, stop));
            Future<Long> jobs = writers.submit(() -> handIn(inbox, stop));

            // When
            Checkpoint remembered = null;
            for (int round = 0; round < ROUNDS; round++) {
                Checkpoint before = new LedgerReader(web).head();
                LogVerification verification =
                        LedgerVerifier.of(ledger.key()).verify(web, remembered);

                // Then
                assertThat(verification.problem()).isNull();
                assertThat(verification.size()).isGreaterThanOrEqualTo(before.size());
                remembered = before;
            }
            stop.set(true);
            long recorded = searches.get(30, TimeUnit.SECONDS);
            long handedIn = jobs.get(30, TimeUnit.SECONDS);
            loop.close();
            new InboxDrain(
                            inbox,
                            sequencer,
                            ledger.recorded(),
                            ledger.docket(new InMemoryStores().incidents()),
                            Clock.systemUTC())
                    .drain();
            assertThat(new LedgerReader(web).head().size()).isEqualTo(recorded + handedIn);
            assertThat(recorded).isPositive();
            assertThat(handedIn).isPositive();
        } finally {
            stop.set(true);
            loop.close();
            sequencer.close();
            writers.shutdownNow();
        }
    }

    private static long search(LedgerSequencer sequencer, AtomicBoolean stop) {
        long sequence = 0;
        while (!stop.get()) {
            sequencer.record(TestLedger.draft("console-1", ++sequence));
        }
        return sequence;
    }

    private static long handIn(InMemoryLedgerInbox inbox, AtomicBoolean stop) {
        long sequence = 0;
        while (!stop.get()) {
            if (inbox.waiting(1).isEmpty()) {
                inbox.write(TestLedger.drafts("jobs-1", sequence + 1, sequence + 90))
                        .toCompletableFuture()
                        .join();
                sequence += 90;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return sequence;
    }

    private TileReader reader(String address) {
        return path -> find(URI.create(address + "/" + path));
    }

    private byte @Nullable [] find(URI uri) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
