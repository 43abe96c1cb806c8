// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.policy.tlog.verify.LogVerifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A writer that is killed outright, again and again, leaves a log without gap, fork or double. */
class KilledWriterIT {

    private static final int KILLS = 8;

    @TempDir private Path folder;

    @Test
    @Control("AUD-01")
    void losesNothingThatWasAcknowledgedAndDoublesNothing() throws Exception {
        // Given
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path privateKey = Files.write(folder.resolve("key"), pair.getPrivate().getEncoded());
        Path publicKey = Files.write(folder.resolve("public"), pair.getPublic().getEncoded());
        LedgerKeys keys = AppendingProcess.keys(privateKey, publicKey);
        LogVerifier verifier = LedgerVerifier.of(keys.signer().verifierKey());
        Path log = folder.resolve("log");
        Random random = new Random(5);
        Checkpoint remembered = null;

        for (int kill = 0; kill < KILLS; kill++) {
            // When
            long acknowledged = appendAndKill(log, privateKey, publicKey, 1 + random.nextInt(15));
            LogVerification killed = verifier.verify(new DirectoryTiles(log), remembered);
            Ledger.open(log, keys).close();

            // Then
            LogVerification reopened = verifier.verify(new DirectoryTiles(log), remembered);
            assertThat(killed.problem()).isNull();
            assertThat(reopened.problem()).isNull();
            assertThat(reopened.size()).isGreaterThanOrEqualTo(acknowledged);
            remembered = new LedgerReader(new DirectoryTiles(log)).head();
        }
        assertHoldsEachDraftOnce(log, keys);
    }

    private static void assertHoldsEachDraftOnce(Path log, LedgerKeys keys) throws IOException {
        LedgerReader reader = new LedgerReader(new DirectoryTiles(log));
        PayloadStore payloads = Ledger.payloads(log, keys);
        long size = reader.head().size();
        assertThat(size).isGreaterThan(KILLS);
        for (long index = 0; index < size; index++) {
            LedgerEntry entry = LedgerEntry.parse(requireNonNull(reader.findEntry(index)));
            SaltedPayload payload = requireNonNull(payloads.find(index));
            assertThat(payload.payload()).isEqualTo(Drafts.payload("jobs-1", index + 1));
            assertThat(payload.commitment()).isEqualTo(entry.objCommit());
        }
    }

    /** Kills the writer outright after some batches; gives the last mark that it acknowledged. */
    private static long appendAndKill(Path log, Path privateKey, Path publicKey, int batches)
            throws Exception {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        AppendingProcess.class.getName(),
                                        log.toString(),
                                        privateKey.toString(),
                                        publicKey.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long acknowledged = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < batches; i++) {
                acknowledged = Long.parseLong(requireNonNull(lines.readLine()));
            }
            // Unlike the process itself, its handle leaves the pipe open for the last lines.
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        } finally {
            process.destroyForcibly();
        }
        return acknowledged;
    }
}
