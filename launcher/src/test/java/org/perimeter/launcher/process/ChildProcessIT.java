// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

final class ChildProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path logs;

    @Test
    void saysWhereItIsReadyAndKeepsALog() {
        // Given
        Program program = program("serve", "http://127.0.0.1:1");

        // When
        try (ChildProcess child = ChildProcess.start(program, logs)) {
            String where = child.awaitReady(PATIENCE);

            // Then
            assertThat(where).isEqualTo("http://127.0.0.1:1");
            assertThat(child.isAlive()).isTrue();
            assertThat(logs.resolve("child.log")).content().contains("warming up");
        }
    }

    @Test
    void tellsTheLastLineOfAProgramThatEndsBeforeItIsReady() {
        // Given
        ChildProcess child = ChildProcess.start(program("fail", "the port is taken"), logs);

        // When / Then
        assertThatThrownBy(() -> child.awaitReady(PATIENCE))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("the port is taken")
                .hasMessageContaining("child.log");
    }

    @Test
    void knowsThatAProgramEndedForAWrongConfiguration() {
        // Given
        Program program = program("misconfigured", "console.hots: unknown key");

        // When / Then
        try (ChildProcess child = ChildProcess.start(program, logs)) {
            assertThatThrownBy(() -> child.awaitReady(PATIENCE))
                    .isInstanceOfSatisfying(
                            LauncherException.class,
                            e -> assertThat(e.wrongConfiguration()).isTrue())
                    .hasMessageContaining("console.hots: unknown key");
            assertThat(child.exitStatus()).isEqualTo(Child.WRONG_CONFIGURATION);
        }
    }

    @Test
    void keepsTheLogOfAProgramThatIsStartedAgain() {
        // Given
        ChildProcess first = ChildProcess.start(program("fail", "out of luck"), logs);
        assertThat(first.ended().join()).isEqualTo(3);

        // When
        try (ChildProcess again = ChildProcess.startAgain(program("serve", "here"), logs)) {
            assertThat(again.awaitReady(PATIENCE)).isEqualTo("here");

            // Then
            assertThat(logs.resolve("child.log")).content().contains("out of luck", "warming up");
        }
    }

    @Test
    void stopsWhenAsked() {
        // Given
        ChildProcess child = ChildProcess.start(program("serve", "here"), logs);
        child.awaitReady(PATIENCE);

        // When
        child.close();

        // Then
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        // Given
        Process parent =
                new ProcessBuilder(
                                Installation.java().toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ParentOfOne.class.getName(),
                                logs.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long pid;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            pid = Long.parseLong(out.readLine());
        }
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();

        // When
        parent.destroyForcibly().waitFor();

        // Then
        await().atMost(PATIENCE).until(() -> !child.isAlive());
    }

    private static Program program(String... arguments) {
        return new Program(
                "child",
                System.getProperty("java.class.path"),
                ChatteringChild.class.getName(),
                List.of("-Xmx64m"),
                List.of(arguments));
    }
}
