// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.quality.metric.Interval;
import org.perimeter.nlp.quality.row.EntityRow;
import org.perimeter.nlp.quality.row.Figure;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.RowResult;
import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ResultTableTest {

    @TempDir private Path folder;

    private final Row first = new EntityRow("entities.a", "ner_a", false, 0.65);
    private final Row second = new EntityRow("entities.b", "ner_b", false, 0.5);

    private static RowResult result(double f1) {
        return new RowResult(
                Part.HELD_OUT,
                12,
                List.of(new Figure("micro.f1", f1, new Interval(f1 - 0.1, f1 + 0.1), 0.4)));
    }

    @Test
    void aSecondRunReplacesItsRowsAndKeepsTheOthersAndTheProse() throws IOException {
        // Given a page with prose and the results of two rows
        Path page = Files.writeString(folder.resolve("quality.md"), "# Quality\n\nTried: much.\n");
        List<String> order = List.of(first.name(), second.name());
        ResultTable both = new ResultTable();
        both.add(second, result(0.55));
        both.add(first, result(0.6));
        both.write(page, order);

        // When only the first is measured again
        ResultTable one = new ResultTable();
        one.add(first, result(0.7));
        one.write(page, order);

        // Then
        assertThat(Files.readString(page))
                .startsWith("# Quality\n\nTried: much.\n\n<!-- begin results -->\n| row |")
                .containsSubsequence(
                        "| entities.a | held-out, 12 | micro.f1 | 0.700 [0.600, 0.800] |"
                                + " stock CoreNLP 0.400 | ≥ 0.650 | yes |\n",
                        "| entities.b | held-out, 12 | micro.f1 | 0.550 [0.450, 0.650] |",
                        "<!-- end results -->",
                        "<!-- begin figures -->")
                .doesNotContain("0.600 [0.500");
    }
}
