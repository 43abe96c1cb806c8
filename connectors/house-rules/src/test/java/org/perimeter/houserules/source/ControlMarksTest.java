// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** That the catalogue of controls claims what the code is marked with, no more and no less. */
final class ControlMarksTest {

    private static final Path ROOT =
            Path.of(System.getProperty("perimeter.root", "../..")).toAbsolutePath().normalize();

    private static final Path CATALOGUE =
            ROOT.resolve("policy/core/src/main/resources/org/perimeter/policy/controls/catalogue");

    @Test
    void theCatalogueIsTheOneThatTheMarksGive() throws IOException {
        // Given
        ControlMarks marks = ControlMarks.read(SourceTree.of(ROOT));

        // When
        String yaml = marks.toYaml();

        // Then
        Path file = CATALOGUE.resolve("marks.yaml");
        if (Boolean.getBoolean("controls.write")) {
            Files.writeString(file, yaml);
        }
        assertThat(Files.readString(file))
                .as(
                        "marks.yaml is stale; write it with: mvn -pl connectors/house-rules test"
                                + " -Dtest=ControlMarksTest -Dcontrols.write=true")
                .isEqualTo(yaml);
        assertThat(marks.problems()).isEmpty();
    }

    @Test
    void everyMarkNamesAControlOfTheCatalogue() throws IOException {
        // Given
        ControlMarks marks = ControlMarks.read(SourceTree.of(ROOT));
        Set<String> named = new TreeSet<>(marks.rules().keySet());
        named.addAll(marks.tests().keySet());

        // When
        List<String> known =
                Pattern.compile("(?m)^- id: (\\S+)$")
                        .matcher(Files.readString(CATALOGUE.resolve("controls.yaml")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        // Then
        assertThat(known).hasSize(44).containsAll(named);
    }

    @Test
    void rulesAreToldFromTests(@TempDir Path root) throws IOException {
        // Given
        write(
                root,
                "one/src/main/java/Gate.java",
                """
                package org.perimeter.one;
                final class Gate {
                    @Control({"COL-01", "COL-05"}) void decide() {}
                    @org.perimeter.Control(value = "IDN-01") Gate() {}
                    static final class Inner { @Control("COL-01") boolean isOpen() { return true; } }
                    void unmarked() { String text = "@Control(\\"COL-99\\")"; }
                }
                """);
        write(
                root,
                "two/src/test/java/GateIT.java",
                """
                package org.perimeter.two;
                class GateIT {
                    @Test @Control("COL-01") void isShut() {}
                    @Control("COL-01") @ParameterizedTest void isShutInEveryCase(int one) {}
                }
                """);

        // When
        ControlMarks marks = ControlMarks.read(SourceTree.of(root));

        // Then
        assertThat(marks.problems()).isEmpty();
        assertThat(marks.rules().get("COL-01"))
                .containsExactly("one.Gate#decide", "one.Gate.Inner#isOpen");
        assertThat(marks.rules().get("COL-05")).containsExactly("one.Gate#decide");
        assertThat(marks.rules().get("IDN-01")).containsExactly("one.Gate#new");
        assertThat(marks.tests().get("COL-01"))
                .containsExactly("two.GateIT#isShut", "two.GateIT#isShutInEveryCase");
        assertThat(marks.toYaml())
                .contains("IDN-01:\n  rules:\n    - one.Gate#new\n  tests: []\n")
                .doesNotContain("COL-99");
    }

    @Test
    void marksThatProveNothingAreCaught(@TempDir Path root) throws IOException {
        // Given
        write(
                root,
                "one/src/test/java/GateTest.java",
                """
                package org.perimeter.one;
                class GateTest {
                    @Test @Disabled @Control("COL-01") void isShut() {}
                    @Control("COL-01") void helps() {}
                    @Test @Control(ID) void namesNothing() {}
                }
                class Gates { @Test @Control("COL-01") void isNeverRun() {} }
                """);

        // When
        ControlMarks marks = ControlMarks.read(SourceTree.of(root));

        // Then
        assertThat(marks.tests()).isEmpty();
        assertThat(marks.problems())
                .containsExactly(
                        "one.GateTest#isShut: is disabled and proves nothing",
                        "one.GateTest#helps: neither applies a control nor tests one",
                        "one.GateTest#namesNothing: names its control by something else than a"
                                + " literal",
                        "one.Gates#isNeverRun: stands in a class that no test runner runs");
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
