// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The unit that systemd runs the house by. */
final class ServiceUnitTest {

    private static final Path UNIT = Checkout.root().resolve("deploy/perimeter.service");
    private static final Path ANALYZER = Path.of("/usr/bin/systemd-analyze");
    private static final String INSTALLED = "/opt/perimeter";

    @TempDir private Path folder;

    @Test
    void startsUpWithAConfigurationAsTheCommandLineTakesIt() throws IOException {
        // Given
        String[] words = service().getOrDefault("ExecStart", "").split(" ", -1);

        // When
        ParseResult parsed =
                Perimeter.commandLine()
                        .parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));

        // Then
        assertThat(words[0]).isEqualTo(INSTALLED + "/perimeter");
        assertThat(Checkout.root().resolve("perimeter")).isExecutable();
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("up");
        assertThat(parsed.subcommand().<Path>matchedOptionValue("--config", null))
                .isEqualTo(Path.of("/var/lib/perimeter/config.yaml"));
    }

    @Test
    void isStartedAgainAlwaysButForAWrongConfiguration() throws IOException {
        // When / Then
        assertThat(service())
                .containsEntry("Restart", "always")
                .containsEntry("RestartPreventExitStatus", "2")
                .containsEntry("KillMode", "mixed");
    }

    @Test
    void hasNoPrivilegesAndWritesOnlyWhereItMust() throws IOException {
        // When / Then
        assertThat(service())
                .containsEntry("User", "perimeter")
                .containsEntry("NoNewPrivileges", "yes")
                .containsEntry("ProtectSystem", "strict")
                .containsEntry("ProtectHome", "yes")
                .containsEntry("PrivateTmp", "yes")
                .containsEntry("CapabilityBoundingSet", "")
                .containsEntry("StateDirectory", "perimeter")
                .containsEntry("ReadWritePaths", INSTALLED + "/var");
    }

    @Test
    void isWhatSystemdUnderstands() throws Exception {
        // Given
        assumeTrue(Files.isExecutable(ANALYZER), "there is no systemd on this machine");
        String here = Files.readString(UNIT).replace(INSTALLED, Checkout.root().toString());
        Path unit = Files.writeString(folder.resolve("perimeter.service"), here);

        // When
        Process analyzer =
                new ProcessBuilder(ANALYZER.toString(), "verify", "--man=no", unit.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(analyzer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(analyzer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // It may speak of other units of this machine.
        assertThat(said.lines().filter(line -> line.contains("perimeter.service"))).isEmpty();
        assertThat(analyzer.exitValue()).as(said).isZero();
    }

    private static Map<String, String> service() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(UNIT)) {
            if (line.startsWith("[")) {
                section = line;
            } else if (section.equals("[Service]") && line.contains("=")) {
                settings.put(
                        line.substring(0, line.indexOf('=')),
                        line.substring(line.indexOf('=') + 1));
            }
        }
        return settings;
    }
}
