// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import org.perimeter.policy.command.CommandManner;
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

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the ledger on the disk it is given: durable entries per second when many are committed
 * together, the time of a lone commit, the time to make and check a receipt, and that the result
 * verifies.
 */
public final class LedgerBench {

    private static final int GROUP = 256;
    private static final int LONE_COMMITS = 200;
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
        System.out.println(new LedgerBench(folder, System.err).run(given.entries()));
        return 0;
    }

    /** The ledger that is left behind must not lie where somebody happens to be. */
    private static Path fresh() throws IOException {
        Path var = Files.createDirectories(Path.of(System.getProperty("perimeter.var", "var")));
        return Files.createTempDirectory(var, "ledger-bench-").resolve("log");
    }

    /** Measures; the summary is one JSON object. */
    String run(int entries) throws IOException {
        double perSecond;
        StepLatencies lone;
        try (Ledger ledger = Ledger.open(folder, keys)) {
            perSecond = fill(ledger, entries);
            lone = commitAlone(ledger);
        }
        StepLatencies proofs = prove();
        long start = System.nanoTime();
        LogVerification verification =
                LedgerVerifier.of(keys.signer().verifierKey())
                        .verify(new DirectoryTiles(folder), null);
        double verifySeconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"ledger\",\"entriesPerSecond\":%.0f,\"proofMs\":%s,\"entries\":%d,"
                        + "\"group\":%d,\"loneCommitMs\":%s,\"verifySeconds\":%.2f,\"verified\":%b,"
                        + "\"java\":\"%s\",\"os\":\"%s\",\"processors\":%d}",
                perSecond,
                proofs.json(),
                verification.size(),
                GROUP,
                lone.json(),
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

    private StepLatencies commitAlone(Ledger ledger) throws IOException {
        StepLatencies latencies = new StepLatencies();
        for (int i = 0; i < LONE_COMMITS; i++) {
            long start = System.nanoTime();
            ledger.append(drafts(1));
            latencies.add(System.nanoTime() - start);
        }
        progress.println(LONE_COMMITS + " lone commits");
        return latencies;
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
