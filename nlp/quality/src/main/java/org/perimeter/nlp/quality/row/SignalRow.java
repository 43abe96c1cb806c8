// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.baseline.Keywords;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.metric.Share;
import org.perimeter.nlp.quality.metric.Statistic;
import org.perimeter.policy.model.reading.Analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How often the signals are raised where they should be, and where they should not. For each signal
 * the figures are {@code recall.SIGNAL} and {@code falseAlarms.SIGNAL} (shares), and where nothing
 * should raise it {@code per1000.SIGNAL}; posts that are neither are left out.
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

    /** One block of counts per signal, in this order. */
    private static final List<Signal> SIGNALS = List.of(Signal.values());

    private static final int THOUSAND = 1_000;

    @Override
    public String baseline() {
        return "keywords";
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        ScoreTally right = new ScoreTally(SIGNALS.size() * Share.WIDTH);
        ScoreTally wrong = new ScoreTally(SIGNALS.size() * Share.WIDTH);
        ScoreTally keywordsRight = new ScoreTally(SIGNALS.size() * Share.WIDTH);
        ScoreTally keywordsWrong = new ScoreTally(SIGNALS.size() * Share.WIDTH);
        for (LabelledPost post : reader.read(corpus)) {
            boolean should = positive.test(post);
            if (should || negative.test(post)) {
                Analysis analysis = subject.analyze(post.text());
                double[] row = (should ? right : wrong).post();
                double[] keywords = (should ? keywordsRight : keywordsWrong).post();
                boolean flagged = Keywords.flag(post.text());
                for (int block = 0; block < SIGNALS.size(); block++) {
                    Share.count(SIGNALS.get(block).in(analysis), row, block);
                    Share.count(flagged, keywords, block);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int block = 0; block < SIGNALS.size(); block++) {
            Statistic share = Share.of(block);
            String named = "." + SIGNALS.get(block).label();
            if (right.posts() > 0) {
                figures.add(Figure.of("recall" + named, right, share).beside(keywordsRight, share));
            }
            if (wrong.posts() > 0) {
                figures.add(
                        Figure.of("falseAlarms" + named, wrong, share)
                                .beside(keywordsWrong, share));
            }
            if (right.posts() == 0) {
                Statistic thousandth = Share.perMany(block, THOUSAND);
                figures.add(
                        Figure.of("per1000" + named, wrong, thousandth)
                                .beside(keywordsWrong, thousandth));
            }
        }
        return new RowResult(corpus.part(), right.posts() + wrong.posts(), figures);
    }
}
