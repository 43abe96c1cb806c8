// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.quality.corpus.BioCorpus;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.corpus.ThreatGramCorpus;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Examples of posts that do, or do not, announce, wish or incite violence: HateCheck's threats,
 * ThreatGram's violent label, EDOS category 1 and HatemojiBuild's threatening type for it; the rest
 * of these corpora, Davidson, CrisisLex and the training files of the entity corpora against it.
 * Licences: CC BY 4.0, CC0 and MIT.
 */
final class ThreatExamples {

    private final Corpora corpora;
    private final Function<String, Analysis> rules;
    private final List<Example> examples = new ArrayList<>();

    ThreatExamples(Corpora corpora, Function<String, Analysis> rules) {
        this.corpora = corpora;
        this.rules = rules;
    }

    List<Example> read() throws IOException {
        for (LabelledPost post : corpora.read("thr_hatecheck", CsvCorpus.HATECHECK::read)) {
            boolean threat = post.label().startsWith("threat_");
            // Threats against one person or a trade are no hate, but threats all the same.
            boolean otherTarget = post.label().startsWith("target_");
            if (!otherTarget) {
                add(post, threat, threat ? 5 : post.label().endsWith("_nh") ? 3 : 0.3);
            }
        }
        for (LabelledPost post : corpora.read("thr_threatgram101", ThreatGramCorpus::read)) {
            add(post, post.label().equals("2"), 1);
        }
        for (LabelledPost post : corpora.read("thr_edos", CsvCorpus.EDOS::read)) {
            boolean threat = post.label().startsWith("1.");
            if (threat || Corpora.sampled(post, 60)) {
                add(post, threat, threat ? 5 : 1);
            }
        }
        for (LabelledPost post : corpora.read("thr_hatemoji", CsvCorpus.HATEMOJI::read)) {
            boolean threat = post.label().equals("threateninglanguage");
            add(post, threat, threat ? 10 : post.label().equals("none") ? 1 : 0.5);
        }
        for (LabelledPost post : corpora.read("thr_davidson17", CsvCorpus.DAVIDSON::read)) {
            ordinary(post, 40);
        }
        for (LabelledPost post :
                corpora.read(
                        "crs_crisislex_t6",
                        files -> CsvCorpus.CRISISLEX_T6.read(files.byEvent()))) {
            ordinary(post, post.label().equals("off-topic") ? 60 : 15);
        }
        for (LabelledPost post :
                corpora.read(
                        "crs_crisislex_t26",
                        files -> CsvCorpus.CRISISLEX_T26.read(files.byEvent()))) {
            ordinary(post, 15);
        }
        for (String corpus : List.of("ner_wnut17", "ner_btc", "ner_tweebank")) {
            corpora.read(
                            corpus,
                            files ->
                                    BioCorpus.read(files, corpus.equals("ner_btc")).stream()
                                            .map(post -> new LabelledPost(post.text(), "", corpus))
                                            .toList())
                    .forEach(post -> ordinary(post, 100));
        }
        examples.addAll(InventedExamples.of("THREAT"));
        return examples;
    }

    /**
     * A post of a corpus that knows no threats: one that the rules take for a threat may be one.
     */
    private void ordinary(LabelledPost post, int percent) {
        if (Corpora.sampled(post, percent)
                && rules.apply(post.text()).threat().kind() != ThreatKind.THREAT) {
            add(post, false, 1);
        }
    }

    private void add(LabelledPost post, boolean threat, double weight) {
        examples.add(new Example(post.group(), post.text(), threat, weight));
    }
}
