// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.classifier.Cue;
import org.perimeter.nlp.classifier.FeatureExtractor;
import org.perimeter.nlp.classifier.TextFeatures;
import org.perimeter.nlp.threat.lexicon.RuleHit;
import org.perimeter.nlp.threat.lexicon.RuleRole;
import org.perimeter.nlp.threat.lexicon.ScanToken;
import org.perimeter.nlp.threat.lexicon.ThreatLexicon;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the classifiers see of an English post: its words, and what the rules made of it. The one
 * way there, for training and for use. Immutable; safe to share.
 */
public final class PostFeatures {

    private static final int STEPS = 5;

    private final PostTokenizer tokenizer = new PostTokenizer();
    private final FeatureExtractor extractor = new FeatureExtractor();
    private final ThreatLexicon lexicon;

    PostFeatures(ThreatLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** With the rules of the class path. */
    public static PostFeatures load() {
        return new PostFeatures(ThreatLexicon.load("en"));
    }

    /** The features of a text. */
    public TextFeatures of(String text) {
        return of(text, word -> word);
    }

    /** The features of a text with some of its words replaced before the classifiers see them. */
    public TextFeatures of(String text, UnaryOperator<String> replaced) {
        List<ScanToken> scan = lexicon.scan(tokenizer.tokenize(PostText.of(text)));
        List<RuleHit> hits = lexicon.match(scan);
        RuleEvidence evidence = new RuleEvidence(hits, scan);
        return of(
                scan,
                hits,
                evidence.strongest(RuleRole.THREAT, 0),
                evidence.strongest(RuleRole.REPORT, 0),
                replaced);
    }

    TextFeatures of(List<ScanToken> scan, List<RuleHit> hits, Claim threat, Claim report) {
        return of(scan, hits, threat, report, word -> word);
    }

    private TextFeatures of(
            List<ScanToken> scan,
            List<RuleHit> hits,
            Claim threat,
            Claim report,
            UnaryOperator<String> replaced) {
        List<String> words = new ArrayList<>(scan.size());
        int[] sentences = new int[scan.size()];
        for (int i = 0; i < sentences.length; i++) {
            words.add(replaced.apply(scan.get(i).word()));
            sentences[i] = scan.get(i).sentence();
        }
        List<Cue> cues = new ArrayList<>(hits.size() + 2);
        for (RuleHit hit : hits) {
            if (hit.rule().role() == RuleRole.TOPIC) {
                continue;
            }
            cues.add(new Cue(hit.rule().id(), hit.first(), hit.last()));
        }
        if (!hits.isEmpty()) {
            cues.add(Cue.ofWhole("threat", (int) (threat.score() * STEPS)));
            cues.add(Cue.ofWhole("report", (int) (report.score() * STEPS)));
        }
        return extractor.extract(words, sentences, cues);
    }
}
