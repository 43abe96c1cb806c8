// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.tlog.log.Folders;
import org.perimeter.policy.tlog.tile.DirectoryTiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Go's transparency-log packages, which others wrote, judge a whole log of ours.
 *
 * <p>Needs Go and the sources of golang.org/x/mod (Debian: golang-go, golang-golang-x-mod-dev).
 * With {@code -Dgo.required=true} their absence fails; otherwise it aborts and says so.
 */
class GoVerifierIT {

    private static final String GO_PATH = System.getProperty("go.path", "/usr/share/gocode");
    private static final LedgerKeys KEYS = TestKeys.ledger("log.example/audit");
    private static final int OLD_SIZE = 65_500;
    private static final int SIZE = 66_123;

    private record Run(int exit, String output) {}

    @TempDir private static Path folder;
    private static Path program;
    private static Path log;

    @BeforeAll
    static void buildTheVerifierAndWriteALog() throws Exception {
        String missing = "Go or the sources of golang.org/x/mod are missing: not verified by Go";
        if (Boolean.getBoolean("go.required")) {
            assertThat(goIsThere()).as(missing).isTrue();
        }
        assumeTrue(goIsThere(), missing);
        program = folder.resolve("ledgerverify");
        Path sources = Path.of("src", "test", "go", "ledgerverify", "main.go");
        Run build =
                run("go", "build", "-o", program.toString(), sources.toAbsolutePath().toString());
        assertThat(build).as(build.output()).extracting(Run::exit).isEqualTo(0);
        log = folder.resolve("log");
        writeALog();
    }

    @Test
    @Control("AUD-04")
    void goAcceptsTheWholeLog() throws Exception {
        // When
        Run run = verify(log);

        // Then
        assertThat(run)
                .isEqualTo(new Run(0, "ok 66123 entries, 3 receipts, 1 older checkpoints\n"));
    }

    @Test
    void goAndOursNameTheSameChangedEntry() throws Exception {
        // Given
        Path changed = folder.resolve("changed");
        Folders.copy(log, changed);
        Path bundle = changed.resolve("tile/entries/016");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[20] ^= 1;
        Files.write(bundle, bytes);

        // When
        Run run = verify(changed);

        // Then
        assertThat(run).isEqualTo(new Run(1, "FAIL entry 4096 does not match its leaf hash\n"));
        assertThat(
                        LedgerVerifier.of(KEYS.signer().verifierKey())
                                .verify(new DirectoryTiles(changed), null)
                                .problem())
                .startsWith("entry 4096 does not match its leaf hash");
    }

    @Test
    @Control("AUD-04")
    void goFindsALogThatWasRewrittenAndSignedAgain() throws Exception {
        // Given
        Path rewritten = folder.resolve("rewritten");
        try (Ledger ledger = Ledger.open(rewritten, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, SIZE));
        }

        // When
        Run run = verify(rewritten);

        // Then
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).startsWith("FAIL consistency from 65500 to 66123");
    }

    private static void writeALog() throws IOException {
        try (Ledger ledger = Ledger.open(log, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, OLD_SIZE));
            Files.copy(log.resolve("checkpoint"), folder.resolve("old-checkpoint"));
            ledger.append(Drafts.range("jobs-1", OLD_SIZE + 1, SIZE));
        }
        LedgerReader reader = new LedgerReader(new DirectoryTiles(log));
        for (long index : new long[] {0, 4242, SIZE - 1}) {
            Files.writeString(
                    log.resolve(index + ".tlog-proof"),
                    requireNonNull(reader.findReceipt(index)).format());
        }
        Files.writeString(folder.resolve("vkey"), KEYS.signer().verifierKey().text() + "\n");
    }

    private static Run verify(Path log) throws Exception {
        return run(
                program.toString(),
                log.toString(),
                folder.resolve("vkey").toString(),
                folder.resolve("old-checkpoint").toString());
    }

    private static boolean goIsThere() throws Exception {
        Path sources = Path.of(GO_PATH, "src", "golang.org", "x", "mod", "sumdb", "tlog");
        try {
            return Files.isDirectory(sources) && run("go", "version").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Run run(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", GO_PATH);
        builder.environment()
                .put("GOCACHE", Path.of("target", "go-cache").toAbsolutePath().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
