// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.quality.corpus.BioCorpus;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.corpus.ThreatGramCorpus;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.training.classifier.Corpora;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the close reading learns from corpora: that news-like reports are reports (CrisisLex T26 and
 * PHEME), that people's ordinary posts are nothing, what hostile wishes look like (ThreatGram with
 * two harmless posts for each, HateCheck, EDOS, HatemojiBuild). A tenth is kept aside, for
 * thresholds. Licences: MIT, CC BY 4.0, CC0, Apache-2.0.
 */
public final class ReaderCorpora {

    /** The source of posts that were drawn from a region's stream. */
    public static final String STREAM = "t6";

    private static final int ASIDE = 10;

    /** T26 with what kind of information a post holds where others have their template. */
    private static final CsvCorpus T26 =
            new CsvCorpus(
                    "Tweet Text", "Informativeness", "", "Information Type", (files, row) -> true);

    private static final CsvCorpus PHEME =
            new CsvCorpus("text", "label", "", "", (files, row) -> true);

    private static final Set<String> TELLS =
            Set.of(
                    "Affected individuals",
                    "Caution and advice",
                    "Infrastructure and utilities",
                    "Other Useful Information");

    private static final Labels NOTHING =
            Labels.NONE
                    .with(CloseHead.THREAT, false)
                    .with(CloseHead.REPORT, false)
                    .with(CloseHead.RELEVANT, false);

    private final Corpora corpora;
    private final Function<String, Analysis> rules;
    private final CrisisEvents events = new CrisisEvents();
    private final List<CorpusShare> shares = new ArrayList<>();
    private final List<ReaderExample> aside = new ArrayList<>();

    private ReaderCorpora(Corpora corpora, Function<String, Analysis> rules) {
        this.corpora = corpora;
        this.rules = rules;
    }

    /** Reads all of them from the folder of corpora. */
    public static ReaderCorpora read(Corpora corpora, Function<String, Analysis> rules)
            throws IOException {
        ReaderCorpora read = new ReaderCorpora(corpora, rules);
        read.disasters();
        read.hostility();
        read.ordinary();
        read.written();
        return read;
    }

    /** What is trained on, by kind. */
    public List<CorpusShare> shares() {
        return List.copyOf(shares);
    }

    /** What was kept aside. */
    public List<ReaderExample> aside() {
        return List.copyOf(aside);
    }

    private void disasters() throws IOException {
        List<ReaderExample> told = new ArrayList<>();
        for (LabelledPost post : corpora.read("crs_crisislex_t26", c -> T26.read(c.byEvent()))) {
            boolean related = post.label().startsWith("Related");
            if (related || post.label().equals("Not related")) {
                Labels labels =
                        Labels.NONE.with(CloseHead.THREAT, false).with(CloseHead.RELEVANT, related);
                boolean tells =
                        post.label().equals("Related and informative")
                                && TELLS.contains(post.template().strip());
                if (tells || !related) {
                    labels = labels.with(CloseHead.REPORT, tells);
                }
                told.add(
                        ReaderExample.alone("t26", post.text(), labels, 1)
                                .beside(events.incident(post.group()), related));
            }
        }
        share("CrisisLex T26, beside its event", told, 600);
        List<ReaderExample> onTopic = new ArrayList<>();
        List<ReaderExample> offTopic = new ArrayList<>();
        for (LabelledPost post :
                corpora.read("crs_crisislex_t6", c -> CsvCorpus.CRISISLEX_T6.read(c.byEvent()))) {
            Labels relevant =
                    Labels.NONE.with(CloseHead.THREAT, false).with(CloseHead.RELEVANT, true);
            if (post.label().equals("on-topic")) {
                onTopic.add(
                        ReaderExample.alone(STREAM, post.text(), relevant, 1)
                                .beside(events.incident(post.group()), true));
            } else if (isNothing(post.text())) {
                offTopic.add(ReaderExample.alone(STREAM, post.text(), NOTHING, 1));
            }
        }
        share("CrisisLex T6 on topic, beside its event", onTopic, 150);
        share("CrisisLex T6 off topic", offTopic, 600);
        List<ReaderExample> rumours =
                corpora.read("crs_pheme", PHEME::read).stream()
                        .filter(post -> kind(post.text()) == ThreatKind.REPORT)
                        .map(post -> reported("pheme", post.text()))
                        .toList();
        share("PHEME that the rules read as reports", rumours, 200);
    }

    private static ReaderExample reported(String source, String text) {
        Labels labels =
                Labels.NONE
                        .with(CloseHead.THREAT, false)
                        .with(CloseHead.REPORT, true)
                        .with(CloseHead.RELEVANT, true);
        return ReaderExample.alone(source, text, labels, 1);
    }

    private void hostility() throws IOException {
        List<LabelledPost> gram = corpora.read("thr_threatgram101", ThreatGramCorpus::read);
        share("ThreatGram, violent wishes", hostile("threatgram", gram, is("2"), 0.5f), 120);
        share("ThreatGram, others", harmless("threatgram", gram, is("2").negate()), 300);
        List<LabelledPost> checks =
                corpora.read("thr_hatecheck", CsvCorpus.HATECHECK::read).stream()
                        // Threats against one person or a trade are no hate, but threats.
                        .filter(post -> !post.label().startsWith("target_"))
                        .toList();
        Predicate<LabelledPost> threatens = post -> post.label().startsWith("threat_");
        share("HateCheck, threats", hostile("hatecheck", checks, threatens, 1), 70);
        share("HateCheck, others", harmless("hatecheck", checks, threatens.negate()), 150);
        List<LabelledPost> edos = corpora.read("thr_edos", CsvCorpus.EDOS::read);
        Predicate<LabelledPost> plans = post -> post.label().startsWith("1.");
        share("EDOS, threats and incitement", hostile("edos", edos, plans, 0.5f), 60);
        share("EDOS, others", harmless("edos", edos, plans.negate()), 120);
        List<LabelledPost> emoji = corpora.read("thr_hatemoji", CsvCorpus.HATEMOJI::read);
        Predicate<LabelledPost> threatening = is("threateninglanguage");
        share("HatemojiBuild, threats", hostile("hatemoji", emoji, threatening, 1), 60);
        share("HatemojiBuild, none", harmless("hatemoji", emoji, is("none")), 120);
    }

    private static Predicate<LabelledPost> is(String label) {
        return post -> post.label().equals(label);
    }

    private static List<ReaderExample> hostile(
            String source, List<LabelledPost> posts, Predicate<LabelledPost> which, float weight) {
        Labels threat = Labels.NONE.with(CloseHead.THREAT, true).with(CloseHead.REPORT, false);
        return posts.stream()
                .filter(which)
                .map(post -> ReaderExample.alone(source, post.text(), threat, weight))
                .toList();
    }

    private static List<ReaderExample> harmless(
            String source, List<LabelledPost> posts, Predicate<LabelledPost> which) {
        Labels none = Labels.NONE.with(CloseHead.THREAT, false).with(CloseHead.REPORT, false);
        return posts.stream()
                .filter(which)
                .map(post -> ReaderExample.alone(source, post.text(), none, 1))
                .toList();
    }

    private void ordinary() throws IOException {
        List<ReaderExample> tagged = new ArrayList<>();
        for (String corpus : List.of("ner_wnut17", "ner_btc", "ner_tweebank")) {
            corpora
                    .read(
                            corpus,
                            files ->
                                    BioCorpus.read(files, corpus.equals("ner_btc")).stream()
                                            .map(post -> new LabelledPost(post.text(), "", corpus))
                                            .toList())
                    .stream()
                    .filter(post -> isNothing(post.text()))
                    .map(post -> ReaderExample.alone(corpus, post.text(), NOTHING, 1))
                    .forEach(tagged::add);
        }
        share("WNUT-17, BTC and Tweebank", tagged, 350);
        List<LabelledPost> neither =
                corpora.read("thr_davidson17", CsvCorpus.DAVIDSON::read).stream()
                        .filter(post -> isNothing(post.text()))
                        .toList();
        share("Davidson, offensive", harmless("davidson", neither, is("1")), 120);
        share("Davidson, neither", harmless("davidson", neither, is("2")), 120);
    }

    /** The posts that the classifiers learn from too. */
    private void written() {
        String folder = "/org/perimeter/nlp/training/classifier/";
        List<ReaderExample> posts = new ArrayList<>();
        for (String file : List.of("invented-posts.tsv", "everyday-posts.tsv")) {
            for (String line : LineResource.read(folder + file)) {
                String[] column = line.split("\t", 2);
                posts.add(
                        switch (column[0]) {
                            case "NONE" -> ReaderExample.alone(file, column[1], NOTHING, 1);
                            case "ABOUT" -> reported(file, column[1]);
                            default ->
                                    ReaderExample.alone(
                                            file,
                                            column[1],
                                            AuthoredExample.kindLabels(ThreatKind.THREAT, null),
                                            1);
                        });
            }
        }
        shares.add(new CorpusShare("posts written for the classifiers", posts, posts.size()));
    }

    /** A post that the rules make something of may be something. */
    private boolean isNothing(String text) {
        return kind(text) == ThreatKind.NONE;
    }

    private ThreatKind kind(String text) {
        return rules.apply(text).threat().kind();
    }

    private void share(String name, List<ReaderExample> posts, int perEpoch) {
        Predicate<ReaderExample> kept =
                post -> Corpora.sampled(new LabelledPost(post.text(), "", ""), ASIDE);
        posts.stream().filter(kept).forEach(aside::add);
        shares.add(new CorpusShare(name, posts.stream().filter(kept.negate()).toList(), perEpoch));
    }
}
