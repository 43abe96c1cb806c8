// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Reads the corpora that come as tables: which column holds the text, which the label and which the
 * group is all that tells them apart.
 *
 * @param text column of the text
 * @param label column of the label; empty when it has none
 * @param group column of the group; empty when the event in the file's name is the group
 * @param template column of the template; empty when there is none
 * @param part which rows belong to the scored part
 */
public record CsvCorpus(
        String text,
        String label,
        String group,
        String template,
        BiPredicate<CorpusFiles, Map<String, String>> part) {

    /** HateCheck: the label is the functionality, the group the target; split by template. */
    public static final CsvCorpus HATECHECK =
            new CsvCorpus(
                    "test_case",
                    "functionality",
                    "target_ident",
                    "templ_id",
                    (corpus, row) -> corpus.keeps(row.getOrDefault("templ_id", "")));

    /** EDOS: the label is the vector, such as {@code 1.1 threats of harm}. */
    public static final CsvCorpus EDOS = byText("text", "label_vector", "label_category");

    /** Kaggle's disaster tweets: label 1 is a real incident. */
    public static final CsvCorpus DISASTER = byText("text", "target", "keyword");

    /** HatemojiBuild: the label is the type of hate, {@code none} when there is none. */
    public static final CsvCorpus HATEMOJI = byText("text", "type", "target");

    /** XSTest and OKTest: the label is XSTest's type of prompt, empty for OKTest. */
    public static final CsvCorpus SAFE_PROMPTS = whole("prompt", "type", "label");

    /** CrisisLex T6: the label is on-topic or off-topic, the group the event. */
    public static final CsvCorpus CRISISLEX_T6 = whole("tweet", "label", "");

    /** CrisisLex T26: the label is the informativeness, the group the event. */
    public static final CsvCorpus CRISISLEX_T26 = whole("Tweet Text", "Informativeness", "");

    /** Davidson and others 2017: class 0 hate, 1 offensive, 2 neither. */
    public static final CsvCorpus DAVIDSON = byText("tweet", "class", "");

    /** Identity-term templates of Dixon and others 2018. */
    public static final CsvCorpus MADLIBS = whole("Text", "Template", "Label");

    /** The words that those templates are filled with: the label is the kind of word. */
    public static final CsvCorpus MADLIBS_WORDS = whole("word", "type", "connotation");

    private static CsvCorpus byText(String text, String label, String group) {
        return new CsvCorpus(
                text, label, group, "", (corpus, row) -> corpus.keeps(row.getOrDefault(text, "")));
    }

    private static CsvCorpus whole(String text, String label, String group) {
        return new CsvCorpus(text, label, group, "", (corpus, row) -> true);
    }

    /** The posts of the part. */
    public List<LabelledPost> read(CorpusFiles corpus) throws IOException {
        List<LabelledPost> posts = new ArrayList<>();
        for (Path file : corpus.named(name -> name.contains(".csv")).files()) {
            String event = CorpusFiles.event(file);
            CsvRows.read(
                    file,
                    row -> {
                        if (part.test(corpus, row)) {
                            posts.add(post(row, event));
                        }
                    });
        }
        return posts;
    }

    private LabelledPost post(Map<String, String> row, String event) {
        return new LabelledPost(
                row.getOrDefault(text, ""),
                row.getOrDefault(label, "").strip(),
                group.isEmpty() ? event : row.getOrDefault(group, ""),
                row.getOrDefault(template, ""));
    }
}
