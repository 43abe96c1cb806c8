// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.bench;

import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.StepLatencies;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerKeys;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.Receipt;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.ledger.LedgerSequencer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the ledger on the disk it is given, as the console uses it: durable entries per second
 * when many come together, the time of a lone event from {@link AuditLog} until it is durable
 * beside a bare append to a file, the same when many record at once, the time to make and check a
 * receipt, and that the result verifies.
 */
public final class LedgerBench {

    private static final int GROUP = 256;
    private static final int CLIENTS = 16;
    private static final int WARM_UPS = 200;
    private static final int PROOFS = 2000;
    private static final int PROGRESS_EVERY = 50_000;
    private static final long SEED = 20261124;

    private final LedgerKeys keys;
    private final Path folder;
    private final PrintStream progress;
    private long sequence;

    LedgerBench(Path folder, PrintStream progress) throws GeneralSecurityException {
        this.folder = folder;
        this.progress = progress;
        this.keys =
                new LedgerKeys(
                        new NoteSigner(
                                "bench.invalid/audit",
                                KeyPairGenerator.getInstance("Ed25519").generateKeyPair()),
                        new SecretKeySpec(new byte[32], "HmacSHA256"),
                        new SecretKeySpec(new byte[32], "AES"));
    }

    /** Measures and prints the summary on standard output. */
    public static void main(String[] arguments) {
        System.exit(CommandManner.run(new LedgerBenchOptions(), LedgerBench::measure, arguments));
    }

    private static int measure(LedgerBenchOptions given)
            throws IOException, GeneralSecurityException {
        Path asked = given.folder();
        Path folder = asked == null ? fresh() : asked;
        if (Files.exists(folder)) {
            throw new WrongCallException(folder + " exists; give another folder with --dir");
        }
        System.out.println(
                new LedgerBench(folder, System.err).run(given.entries(), given.events()));
        return 0;
    }

    /** The ledger that is left behind must not lie where somebody happens to be. */
    private static Path fresh() throws IOException {
        Path var = Files.createDirectories(Path.of(System.getProperty("perimeter.var", "var")));
        return Files.createTempDirectory(var, "ledger-bench-").resolve("log");
    }

    /**
     * Measures; the summary is one JSON object.
     *
     * @param entries written in groups
     * @param events recorded one by one, and as many by several at once
     */
    String run(int entries, int events) throws IOException {
        double perSecond;
        try (Ledger ledger = Ledger.open(folder, keys)) {
            perSecond = fill(ledger, entries);
        }
        ConsoleRecording alone;
        ConsoleRecording together;
        try (LedgerSequencer sequencer =
                LedgerSequencer.start(() -> Ledger.open(folder, keys), Clock.systemUTC())) {
            AuditLog audit = new AuditLog(sequencer, Clock.systemUTC(), () -> "0".repeat(64));
            ConsoleRecording.alone(audit, folder, WARM_UPS);
            alone = ConsoleRecording.alone(audit, folder, events);
            progress.println(events + " events, one after the other");
            together = ConsoleRecording.together(audit, CLIENTS, events);
            progress.println(events + " events by " + CLIENTS + " at once");
        }
        StepLatencies proofs = prove();
        long start = System.nanoTime();
        LogVerification verification =
                LedgerVerifier.of(keys.signer().verifierKey())
                        .verify(new DirectoryTiles(folder), null);
        double verifySeconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"ledger\",\"entriesPerSecond\":%.0f,\"group\":%d,\"recordMs\":%s,"
                        + "\"bareAppendMs\":%s,\"ratioToBareAppend\":%.2f,\"clients\":%d,"
                        + "\"togetherPerSecond\":%.0f,\"togetherMs\":%s,\"proofMs\":%s,"
                        + "\"entries\":%d,\"verifySeconds\":%.2f,\"verified\":%b,"
                        + "\"java\":\"%s\",\"os\":\"%s\",\"processors\":%d}",
                perSecond,
                GROUP,
                alone.records().json(),
                alone.bareAppends().json(),
                alone.records().percentileMillis(50) / alone.bareAppends().percentileMillis(50),
                CLIENTS,
                together.perSecond(),
                together.records().json(),
                proofs.json(),
                verification.size(),
                verifySeconds,
                verification.ok(),
                Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors());
    }

    private double fill(Ledger ledger, int entries) throws IOException {
        long start = System.nanoTime();
        int written = 0;
        while (written < entries) {
            int group = Math.min(GROUP, entries - written);
            ledger.append(drafts(group));
            written += group;
            if (written / PROGRESS_EVERY > (written - group) / PROGRESS_EVERY) {
                progress.println(written + " entries");
            }
        }
        return entries / ((System.nanoTime() - start) / 1e9);
    }

    private StepLatencies prove() throws IOException {
        LedgerReader reader = new LedgerReader(new DirectoryTiles(folder));
        VerifierKey key = keys.signer().verifierKey();
        long size = reader.head().size();
        Random random = new Random(SEED);
        StepLatencies latencies = new StepLatencies();
        for (int i = 0; i < PROOFS; i++) {
            long index = (long) (random.nextDouble() * size);
            byte[] entry = reader.findEntry(index);
            long start = System.nanoTime();
            Receipt receipt = reader.findReceipt(index);
            if (receipt == null || entry == null || !receipt.proves(entry, key)) {
                throw new IllegalStateException("the receipt of entry " + index + " is wrong");
            }
            latencies.add(System.nanoTime() - start);
        }
        progress.println(PROOFS + " receipts made and checked");
        return latencies;
    }

    private List<LedgerDraft> drafts(int count) {
        List<LedgerDraft> drafts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sequence++;
            drafts.add(
                    new LedgerDraft(
                            "bench",
                            sequence,
                            LedgerEntryType.COLLECT_BATCH,
                            Instant.EPOCH.plusMillis(sequence),
                            "COL-01",
                            "0".repeat(64),
                            Outcome.ADMIT,
                            "bench",
                            "{\"admitted\":12,\"dropped\":345,\"seen\":357}"));
        }
        return drafts;
    }
}
