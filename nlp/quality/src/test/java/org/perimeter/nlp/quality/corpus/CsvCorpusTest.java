// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The corpora that are tables, and ThreatGram, on invented files. */
final class CsvCorpusTest {

    @TempDir private Path folder;

    @Test
    void quotesMayHoldCommasLineBreaksAndQuotes() throws IOException {
        // Given a byte order mark, blanks in the header and quotes of every kind
        String csv =
                """
                \uFEFFtweet id, tweet, label\r
                '1',"a, ""b""
                c",on-topic\r
                '2',it's 5" long,off-topic\
                """;

        // When
        List<LabelledPost> posts =
                CsvCorpus.CRISISLEX_T6.read(MiniatureCorpus.of(folder, "2013_Boom.csv", csv));

        // Then
        assertThat(posts)
                .containsExactly(
                        new LabelledPost("a, \"b\"\nc", "on-topic", "2013_Boom"),
                        new LabelledPost("it's 5\" long", "off-topic", "2013_Boom"));
    }

    @Test
    void hateCheckIsSplitByTemplate() throws IOException {
        // Given templates c and x3, which are held out, and a, which is not
        String csv =
                """
                functionality,test_case,target_ident,templ_id
                threat_dir_h,one,martians,c
                threat_dir_h,two,martians,a
                ident_pos_nh,three,venusians,x3
                """;

        // When
        List<LabelledPost> posts =
                CsvCorpus.HATECHECK.read(MiniatureCorpus.of(folder, "h.csv", csv, Part.HELD_OUT));

        // Then
        assertThat(posts)
                .containsExactly(
                        new LabelledPost("one", "threat_dir_h", "martians", "c"),
                        new LabelledPost("three", "ident_pos_nh", "venusians", "x3"));
    }

    @Test
    void othersAreSplitByText() throws IOException {
        // Given texts c, which is held out, and a, which is not
        String csv = "text,label_category,label_vector\nc,1. threats,1.1 threats\na,none,none\n";
        String lines = "{\"text\":\"c\",\"label\":2}\n{\"text\":\"a\",\"label\":0}\n";

        // When
        List<LabelledPost> edos =
                CsvCorpus.EDOS.read(MiniatureCorpus.of(folder, "e.csv", csv, Part.HELD_OUT));
        List<LabelledPost> threatGram =
                ThreatGramCorpus.read(MiniatureCorpus.of(folder, "t.jsonl", lines, Part.TRAIN));

        // Then
        assertThat(edos).containsExactly(new LabelledPost("c", "1.1 threats", "1. threats"));
        assertThat(threatGram).containsExactly(new LabelledPost("a", "0", ""));
    }

    @Test
    void missingColumnsAreEmpty() throws IOException {
        // Given prompts without a type
        CorpusFiles corpus = MiniatureCorpus.of(folder, "p.csv", "prompt\n\"How do I\nwin?\"\n");

        // When
        List<LabelledPost> posts = CsvCorpus.SAFE_PROMPTS.read(corpus);

        // Then
        assertThat(posts).containsExactly(new LabelledPost("How do I\nwin?", "", ""));
    }
}
