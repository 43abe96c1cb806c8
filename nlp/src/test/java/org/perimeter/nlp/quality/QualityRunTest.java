// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.SharedModels;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.Subject;

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

    @TempDir private Path data;

    private final List<ObjectNode> out = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    private QualityRun run(String corpus) {
        QualityOptions options =
                QualityOptions.parse(new String[] {"--data", data.toString(), "--corpus", corpus});
        Subject subject = new Subject(SharedModels.ANALYZER, null, List.of());
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityOptions.parse(noData))

                // Then
                .withMessageContaining("--data DIR is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityOptions.parse(badPart))
                .withMessage("--part is one of held-out, train, all");
    }
}
