// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.quality.corpus.BioCorpus;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.corpus.ThreatGramCorpus;
import org.perimeter.policy.model.reading.Analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Examples of posts that are, or are not, about an incident: CrisisLex T6 and T26 (MIT) and PHEME
 * (CC BY 4.0) for it; their off-topic posts, Davidson (MIT), EDOS (CC0), ThreatGram and
 * HatemojiBuild (CC BY 4.0) and the training files of the entity corpora (CC BY 4.0) against it.
 *
 * <p>Off-topic means another topic than that one event: what the rules take for a report of
 * something else is left out. Languages other than English are left out.
 */
final class RelevanceExamples {

    private static final double FOR = 2;
    private static final int SAMPLE = 50;

    /** Rumours of PHEME about no incident. */
    private static final Set<String> NO_INCIDENT =
            Set.of("prince", "gurlitt", "putin", "toronto", "massey", "essien", "ebola", "soup");

    private static final CsvCorpus PHEME =
            new CsvCorpus("text", "label", "", "", (corpus, row) -> true);

    private final Corpora corpora;
    private final Function<String, Analysis> rules;
    private final List<Example> examples = new ArrayList<>();

    RelevanceExamples(Corpora corpora, Function<String, Analysis> rules) {
        this.corpora = corpora;
        this.rules = rules;
    }

    List<Example> read() throws IOException {
        for (LabelledPost post :
                corpora.read(
                        "crs_crisislex_t6",
                        files -> CsvCorpus.CRISISLEX_T6.read(files.byEvent()))) {
            add(post, post.label().equals("on-topic"));
        }
        for (LabelledPost post :
                corpora.read(
                        "crs_crisislex_t26",
                        files -> CsvCorpus.CRISISLEX_T26.read(files.byEvent()))) {
            if (!post.label().equals("Not applicable")) {
                add(post, post.label().startsWith("Related"));
            }
        }
        for (LabelledPost post : corpora.read("crs_pheme", PHEME::read)) {
            String text = post.text().toLowerCase(Locale.ROOT);
            if (NO_INCIDENT.stream().noneMatch(text::contains)) {
                add(post, true);
            }
        }
        Predicate<LabelledPost> some = post -> Corpora.sampled(post, SAMPLE);
        against("thr_davidson17", CsvCorpus.DAVIDSON::read, some);
        against("thr_edos", CsvCorpus.EDOS::read, some);
        against("thr_threatgram101", ThreatGramCorpus::read, some);
        against("thr_hatemoji", CsvCorpus.HATEMOJI::read, some);
        for (String corpus : List.of("ner_wnut17", "ner_btc", "ner_tweebank")) {
            against(
                    corpus,
                    files ->
                            BioCorpus.read(files, corpus.equals("ner_btc")).stream()
                                    .map(post -> new LabelledPost(post.text(), "", corpus))
                                    .toList(),
                    post -> true);
        }
        examples.addAll(InventedExamples.of("ABOUT"));
        return examples;
    }

    private void against(String corpus, Corpora.Reader reader, Predicate<LabelledPost> chosen)
            throws IOException {
        corpora.read(corpus, reader).stream().filter(chosen).forEach(post -> add(post, false));
    }

    private void add(LabelledPost post, boolean relevant) {
        Analysis found = rules.apply(post.text());
        boolean english = found.language().equals("en") || found.language().equals("und");
        boolean other = !relevant && found.relevance().relevant();
        if (english && !other) {
            examples.add(new Example(post.group(), post.text(), relevant, relevant ? FOR : 1));
        }
    }
}
