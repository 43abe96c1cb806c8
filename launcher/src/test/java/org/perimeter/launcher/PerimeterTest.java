// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerKeys;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.tree.Hash;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;

import javax.crypto.spec.SecretKeySpec;

final class PerimeterTest {

    private final StringWriter err = new StringWriter();

    @Test
    void refusesAnUnknownCommandInOneLine() {
        // When
        int status = execute("frobnicate");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void refusesACallWithoutCommand() {
        // When
        int status = execute();

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("./perimeter help");
    }

    @Test
    void refusesASpeedBelowLife() {
        // When
        int status = execute("demo", "--speed", "0.5");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--speed");
    }

    @Test
    void refusesAConfigurationThatIsNotThere(@TempDir Path folder) {
        // When
        int status = execute("up", "--config", folder.resolve("none.yaml").toString());

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml");
    }

    @Test
    void failsWhenThereIsNoLedger(@TempDir Path folder) {
        // When
        int status = execute("ledger", "verify", folder.resolve("none").toString());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).startsWith("perimeter: there is no folder");
    }

    @Test
    void saysWhenALogIsShorterThanTheOneThatIsRemembered(@TempDir Path folder) throws Exception {
        // Given
        Path log = folder.resolve("ledger");
        NoteSigner signer =
                new NoteSigner(
                        "log.example/audit",
                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        LedgerKeys keys =
                new LedgerKeys(
                        signer,
                        new SecretKeySpec(new byte[32], "HmacSHA256"),
                        new SecretKeySpec(new byte[32], "AES"));
        Files.writeString(folder.resolve("ledger.vkey"), signer.verifierKey().toString());
        Ledger.open(log, keys).close();
        String[] verify = {
            "ledger",
            "verify",
            log.toString(),
            "--key",
            folder.resolve("ledger.vkey").toString(),
            "--remember",
            folder.resolve("seen").toString()
        };

        // When
        int first = execute(verify);
        Files.writeString(
                folder.resolve("seen"),
                signer.sign(new Checkpoint("log.example/audit", 5, Hash.emptyTree()).text())
                        .format());
        int later = execute(verify);

        // Then
        assertThat(first).isZero();
        assertThat(later).isEqualTo(1);
        assertThat(err.toString()).contains("the log shrank from 5 to 0 entries");
    }

    @Test
    void saysThatThePortOfAReceiverIsTakenOrNone() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            // When
            int status = execute("webhook", "listen", "--port", port);

            // Then
            assertThat(status).isEqualTo(1);
            assertThat(err.toString()).contains(port + " on 127.0.0.1 is taken");
            assertThat(execute("webhook", "listen", "--port", "65536")).isEqualTo(2);
        }
    }

    @Test
    void namesTheSecretThatAReceiverDoesNotFind() {
        // When
        int status = execute("webhook", "listen", "--secret", "env:NO_SUCH_SECRET");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--secret", "env:NO_SUCH_SECRET");
    }

    @Test
    void writesChecksSignsAndVerifiesARulebook(@TempDir Path folder) throws Exception {
        // Given
        String rules = folder.resolve("rulebook").toString();
        Path agency = folder.resolve("agency.key");
        Path board = folder.resolve("board.key");
        execute("rulebook", "new", rules, "--agency", "Test Agency");
        execute("rulebook", "sign", rules, "--key", agency.toString(), "--signer", "test/agency");
        execute("rulebook", "sign", rules, "--key", board.toString(), "--signer", "test/board");
        Path trust = folder.resolve("trust.txt");
        Files.writeString(
                trust,
                Files.readString(folder.resolve("agency.vkey"))
                        + Files.readString(folder.resolve("board.vkey")));

        // When
        int status = execute("rulebook", "verify", rules, "--trust", trust.toString());

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void doesNotVerifyARulebookThatTheBoardDidNotSign(@TempDir Path folder) throws Exception {
        // Given
        String rules = folder.resolve("rulebook").toString();
        execute("rulebook", "new", rules, "--agency", "Test Agency");
        for (String name : new String[] {"agency", "board"}) {
            Path key = folder.resolve(name + ".key");
            String where = name.equals("agency") ? rules : folder.resolve("other").toString();
            execute("rulebook", "new", where, "--agency", "Other Agency");
            execute("rulebook", "sign", where, "--key", key.toString(), "--signer", "test/" + name);
        }
        Path trust = folder.resolve("trust.txt");
        Files.writeString(
                trust,
                Files.readString(folder.resolve("agency.vkey"))
                        + Files.readString(folder.resolve("board.vkey")));

        // When
        int status = execute("rulebook", "verify", rules, "--trust", trust.toString());

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("RULEBOOK_UNSIGNED").contains("board");
    }

    private int execute(String... args) {
        CommandLine line = Perimeter.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
