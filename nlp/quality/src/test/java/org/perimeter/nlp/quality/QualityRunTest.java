// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.AnalyzerModels;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.close.CloseAnalyzer;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.Subject;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows through the real analyzer, on invented corpora. */
final class QualityRunTest {

    private static final String POSTS =
            """
            Boston\tB-location
            is\tO
            lovely\tO

            we\tO
            love\tO
            Chicago\tB-location
            """;

    private static final PostAnalyzer ANALYZER = new PostAnalyzer(AnalyzerModels.load(List.of()));

    @TempDir private Path data;

    private final List<ObjectNode> out = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    private QualityRun run(String corpus) {
        QualityOptions options =
                CommandManner.read(
                        new QualityOptions(), "--data", data.toString(), "--corpus", corpus);
        Subject subject = new Subject(ANALYZER, CloseAnalyzer.shipped(), null, List.of());
        QualityRun run = new QualityRun(subject, options, progress::add);
        for (Row row : Rows.matching(corpus)) {
            run.run(row, out::add);
        }
        return run;
    }

    @Test
    void measuresARowAndComparesItWithItsReach() throws IOException {
        // Given
        Path dev = Files.createDirectories(data.resolve("ner_wnut17/dev"));
        Files.writeString(dev.resolve("x.dev"), POSTS);

        // When
        QualityRun run = run("entities.wnut17");

        // Then
        JsonNode row = out.get(0);
        assertThat(row.path("part").asText()).isEqualTo("held-out");
        assertThat(row.path("posts").asInt()).isEqualTo(2);
        assertThat(row.at("/figures/LOCATION.f1/value").asDouble()).isEqualTo(1);
        assertThat(row.at("/figures/PERSON.f1/value").isNull()).isTrue();
        assertThat(row.at("/reach/0/met").asBoolean()).isTrue();
        assertThat(run.summary().path("met").get(0).asText()).isEqualTo("entities.wnut17 micro.f1");
    }

    @Test
    void signalsStandBesideKeywords() throws IOException {
        // Given templates c and x3, which are held out
        Path dev = Files.createDirectories(data.resolve("thr_hatecheck/dev"));
        Files.writeString(
                dev.resolve("h.csv"),
                """
                functionality,test_case,target_ident,templ_id
                threat_dir_h,I will shoot you tomorrow,martians,c
                ident_pos_nh,It is great to be a martian,martians,x3
                """);

        // When
        run("threat.hatecheck");

        // Then
        JsonNode figures = out.get(0).path("figures");
        assertThat(out.get(0).path("baseline").asText()).isEqualTo("keywords");
        assertThat(figures.at("/recall.threat/value").asDouble()).isEqualTo(1);
        assertThat(figures.at("/recall.threat/baseline").asDouble()).isEqualTo(1);
        assertThat(figures.at("/falseAlarms.alert/value").asDouble()).isZero();
        assertThat(figures.at("/recall.report/value").asDouble()).isZero();
    }

    @Test
    void resolutionCountsUnresolvedMentionsAsWrong() throws IOException {
        // Given a city, a city with coordinates that are not its own, and a name of no place
        Path dev = Files.createDirectories(data.resolve("geo_lgl/dev"));
        Files.writeString(
                dev.resolve("lgl.xml"),
                "<articles><article><domain>gazette.example</domain>"
                        + "<text>Crews from Boston and Chicago met in Xyzzyville.</text><toponyms>"
                        + toponym(11, 17, "P", 42.36, -71.06)
                        + toponym(22, 29, "P", 0, 0)
                        + toponym(37, 47, "A", 1, 1)
                        + "</toponyms></article></articles>");

        // When
        run("resolution.lgl");

        // Then
        JsonNode figures = out.get(0).path("figures");
        assertThat(out.get(0).path("part").asText()).isEqualTo("all");
        assertThat(figures.at("/alone.within161km/value").asDouble()).isEqualTo(0.3333);
        assertThat(figures.at("/alone.within161kmOfResolved/value").asDouble()).isEqualTo(0.5);
        assertThat(figures.at("/alone.within161km.cities/value").asDouble()).isEqualTo(0.5);
        assertThat(figures.at("/alone.within161km.areas/value").asDouble()).isZero();
    }

    private static String toponym(int start, int end, String kind, double lat, double lon) {
        return "<toponym><start>"
                + start
                + "</start><end>"
                + end
                + "</end><gaztag><fclass>"
                + kind
                + "</fclass><lat>"
                + lat
                + "</lat><lon>"
                + lon
                + "</lon></gaztag></toponym>";
    }

    @Test
    void aMissingCorpusIsSkippedAndNamed() {
        // Given no corpora

        // When
        QualityRun run = run("ner_btc");

        // Then
        assertThat(run.measured()).isZero();
        assertThat(out).isEmpty();
        assertThat(run.summary().path("skipped"))
                .extracting(JsonNode::asText)
                .containsExactly("entities.btc", "ordinary.btc");
        assertThat(progress).anyMatch(line -> line.contains("there is no folder ner_btc"));
    }

    @Test
    void wrongCallsSayHow() {
        // Given
        String[] noData = {"--corpus", "x"};
        String[] badPart = {"--data", "x", "--part", "some"};

        // When
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> CommandManner.read(new QualityOptions(), noData))

                // Then
                .withMessageContaining("--data=DIR");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> CommandManner.read(new QualityOptions(), badPart))
                .withMessageContaining("--part")
                .withMessageContaining("held-out, train, all");
    }
}
