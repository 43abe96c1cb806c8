// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.table.BadTablesException;
import org.perimeter.jobs.analyze.Analyzer;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The whole way of a tiny exercise, with a fake analyzer that goes by single words. */
final class ExerciseBenchTest {

    private static final Town TOWN = Town.invented(Town.DEFAULT).orElseThrow();

    @TempDir private Path folder;

    @BeforeEach
    void writeAnExercise() throws IOException {
        write(
                "incidents.tsv",
                "fire\tSmoke, Tidewell Mall\tFIRE\t2\tmall-tidewell\t600\t2:00\tREPORT FIRE");
        write("packs.tsv", "fire\t0:00");
        write(
                "fire.tsv",
                // Three voices raise the alert; two of them waited in the rewind.
                "0:30\ta1\tC\t\tsmoke out of the roof of tidewell\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "1:00\ta2\tC\t\tthey all run from tidewell, so much smoke\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "3:00\ta3\tC\t\ttidewell is full of smoke, my eyes\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "4:00\ta4\tC\tm-gone\tblack smoke above tidewell now\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "5:00\ta4\tD m-gone\t\t\t-\tNONE\t\tn\t",
                "6:00\ta5\tC\t\tis everybody out of tidewell\tmall-tidewell\tNONE\t\ty\t",
                "7:00\ta6\tC\t\tgreat shoes at tidewell, smoke grey ones\tmall-tidewell\tNONE\t\tn\t",
                "8:00\ta7\tC\t\tsmoke everywhere\t-\tREPORT\tFIRE\ta\t",
                "9:00\ta8\tC\tm-edit\tsmoke at tidewell again\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "10:00\ta8\tU m-edit\t\tsold my car\t-\tNONE\t\tn\t");
    }

    @Test
    void playsATinyExerciseAndCountsWhatCameOfIt() throws Exception {
        // When
        List<String> lines = run("--seeds", "1", "--ordinary", "0");

        // Then
        String summary = lines.get(lines.size() - 1);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"incident\":\"fire\"");
        assertThat(summary)
                .contains("\"incidents\":1")
                .contains(
                        "\"admission\":{\"precision\":0.8,\"recall\":0.8,"
                                + "\"right\":4,\"found\":5,\"wanted\":5}")
                .contains(
                        "\"places\":{\"precision\":1.0,\"recall\":1.0,"
                                + "\"right\":6,\"found\":6,\"wanted\":6}")
                .contains("\"alerts\":{\"raised\":1,\"right\":1,\"expected\":1,\"found\":1}")
                .contains("\"ABOUT\":{\"posts\":1,\"kept\":0,\"share\":0.0}")
                .contains("\"DAILY_INSIDE_BY_NAME\":{\"posts\":1,\"kept\":1,\"share\":1.0}");
    }

    @Test
    void givesTheSameFiguresForTheSameSeeds() throws Exception {
        // Given
        List<String> first = run("--seeds", "2", "--ordinary", "60");

        // When
        List<String> again = run("--seeds", "2", "--ordinary", "60");

        // Then
        assertThat(again.subList(0, 2)).isEqualTo(first.subList(0, 2));
        assertThat(first.get(2)).contains("\"ORDINARY\":").contains("\"seeds\":2");
    }

    @Test
    void writesTheWrongPosts() throws Exception {
        // Given
        Path errors = folder.resolve("errors.tsv");

        // When
        run("--seeds", "1", "--ordinary", "0", "--errors", errors.toString());

        // Then
        assertThat(Files.readAllLines(errors))
                .hasSize(3)
                .anyMatch(
                        row ->
                                row.contains("\tkept\tDAILY_INSIDE_BY_NAME\t")
                                        && row.contains("smoke grey ones"))
                .anyMatch(row -> row.contains("\tmissed\tABOUT\tDROP NOT_RELEVANT\t"));
    }

    @Test
    void readsCloselyBetweenMatchAndGate() throws Exception {
        // Given
        CloseStation strict =
                (post, first, incident) ->
                        post.text().contains("shoes") ? Analysis.empty("en") : first;

        // When
        List<String> lines = run(strict, "--seeds", "1", "--ordinary", "0");

        // Then
        assertThat(lines.get(1)).contains("\"admission\":{\"precision\":1.0,\"recall\":0.8,");
    }

    @Test
    void refusesAnExerciseThatCannotBePlayed() throws IOException {
        // Given
        write("packs.tsv", "flood\t0:00");

        // When / Then
        assertThatThrownBy(() -> run("--seeds", "1"))
                .isInstanceOf(BadTablesException.class)
                .hasMessageContaining("flood.tsv: the file is missing");
        assertThatThrownBy(() -> read("--packs", "nowhere"))
                .hasMessageContaining("no folder nowhere");
        assertThatThrownBy(() -> read("--packs", ".", "--inside", "101"))
                .hasMessageContaining("from 0 to 100");
    }

    private List<String> run(String... arguments) throws Exception {
        return run(CloseStation.NONE, arguments);
    }

    private List<String> run(CloseStation closely, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 2];
        all[0] = "--packs";
        all[1] = folder.resolve("packs").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExerciseBench(
                        read(all),
                        town -> () -> wordAnalyzer(),
                        () -> closely,
                        Files.createTempDirectory(folder, "work"),
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static ExerciseArguments read(String... arguments) {
        return CommandManner.read(new ExerciseArguments(), arguments);
    }

    private static Analyzer wordAnalyzer() {
        return (post, neighbourhoods) -> Optional.of(PostReading.whole(analyze(post), false));
    }

    private static Analysis analyze(Post post) {
        int tidewell = post.text().indexOf("tidewell");
        int smoke = post.text().indexOf("smoke");
        return new Analysis(
                "en",
                List.of(),
                tidewell < 0 ? List.of() : List.of(mall(tidewell)),
                new IncidentRelevance(smoke >= 0, smoke >= 0 ? 0.9 : 0.1),
                smoke < 0
                        ? ThreatFinding.none()
                        : new ThreatFinding(
                                ThreatKind.REPORT,
                                IncidentCategory.FIRE,
                                0.95,
                                List.of(new EvidenceSpan(smoke, smoke + 5, "report.smoke"))));
    }

    private static PlaceMention mall(int start) {
        return new PlaceMention(
                "tidewell",
                start,
                start + 8,
                TOWN.places().get("mall-tidewell").point(),
                120,
                PlaceEvidence.TEXT,
                PlaceBasis.STATED,
                PlacePrecision.LANDMARK,
                "landmarks:1",
                0.9);
    }

    private void write(String file, String... lines) throws IOException {
        Path packs = Files.createDirectories(folder.resolve("packs"));
        Files.writeString(packs.resolve(file), String.join("\n", lines) + "\n");
    }
}
