// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** On an invented model of four words. */
final class DialectModelTest {

    @TempDir private Path folder;

    private DialectModel model;

    @BeforeEach
    void invent() throws IOException {
        write("model_vocab.txt.gz", "90\tfoo\n90\tbar\n40\tbaz\n4\tqux\n");
        write(
                "model_count_table.3dp.txt.gz",
                """
                80.000 5.000 1.000 4.000
                4.000 5.000 1.000 80.000
                10.000 10.000 10.000 10.000
                1.000 1.000 1.000 1.000
                """);
        model = DialectModel.load(folder);
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void tellsTextsByTheWordsOfEachTopic() {
        // Given

        // When
        Dialect first = model.of("Foo foo FOO foo!");
        Dialect last = model.of("bar bar bar bar bar");
        Dialect neither = model.of("baz baz baz");

        // Then
        assertThat(first).isEqualTo(Dialect.AAE_LIKE);
        assertThat(last).isEqualTo(Dialect.GENERAL);
        assertThat(neither).isEqualTo(Dialect.UNCLEAR);
    }

    @Test
    void oneWordIsWeighedByItsLikelihoodAndThePrior() {
        // Given word counts plus one over topic totals 95, 21, 13, 95: 81/95, 6/21, 2/13, 5/95

        // When
        double[] shares = model.shares(List.of("foo"));

        // Then one word leaves only the prior, so that the shares are its likelihoods
        double total = 81.0 / 95 + 6.0 / 21 + 2.0 / 13 + 5.0 / 95;
        assertThat(shares[0]).isCloseTo(81.0 / 95 / total, within(1e-9));
        assertThat(shares[3]).isCloseTo(5.0 / 95 / total, within(1e-9));
    }

    @Test
    void handlesLinksAndUnknownWordsSayNothing() {
        // Given a text of which the model knows one word in eight
        String text = "@foo https://foo.example/foo a b c d e f g foo";

        // When
        Dialect dialect = model.of(text);

        // Then
        assertThat(dialect).isEqualTo(Dialect.UNCLEAR);
    }
}
