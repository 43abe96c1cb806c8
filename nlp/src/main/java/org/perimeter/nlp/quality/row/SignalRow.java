// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.metric.Share;
import org.perimeter.nlp.quality.metric.Tally;
import org.perimeter.policy.model.Analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How often the signals are raised where they should be, and where they should not. For each signal
 * the figures are {@code recall.SIGNAL}, {@code falseAlarms.SIGNAL} (a share) and {@code
 * per1000.SIGNAL} (the same per thousand posts); posts that are neither are left out.
 *
 * @param name name of the row
 * @param corpus folder of the corpus
 * @param reader how it is read
 * @param positive what should raise the signal
 * @param negative what should raise none
 * @param reach what to reach
 */
public record SignalRow(
        String name,
        String corpus,
        LabelledReader reader,
        Predicate<LabelledPost> positive,
        Predicate<LabelledPost> negative,
        List<Reach> reach)
        implements Row {

    private static final Signal[] SIGNALS = Signal.values();
    private static final int THOUSAND = 1_000;

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        Tally right = new Tally(SIGNALS.length * Share.WIDTH);
        Tally wrong = new Tally(SIGNALS.length * Share.WIDTH);
        for (LabelledPost post : reader.read(corpus)) {
            boolean should = positive.test(post);
            if (should || negative.test(post)) {
                Analysis analysis = subject.analyze(post.text());
                double[] row = (should ? right : wrong).post();
                for (Signal signal : SIGNALS) {
                    Share.count(signal.in(analysis), row, signal.ordinal());
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (Signal signal : SIGNALS) {
            int block = signal.ordinal();
            if (right.posts() > 0) {
                figures.add(Figure.of("recall." + signal.label(), right, Share.of(block)));
            }
            if (wrong.posts() > 0) {
                figures.add(Figure.of("falseAlarms." + signal.label(), wrong, Share.of(block)));
                figures.add(
                        Figure.of(
                                "per1000." + signal.label(),
                                wrong,
                                Share.perMany(block, THOUSAND)));
            }
        }
        return new RowResult(corpus.part(), right.posts() + wrong.posts(), figures);
    }
}
