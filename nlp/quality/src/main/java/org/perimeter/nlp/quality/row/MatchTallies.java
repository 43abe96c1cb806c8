// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.metric.Statistic;

import java.util.List;
import java.util.function.UnaryOperator;

/** Writes precision, recall and F1 of a block, or of all, as figures. */
public final class MatchTallies {

    private MatchTallies() {}

    /** The three figures of one block. */
    public static List<Figure> block(
            String name, int block, ScoreTally own, @Nullable ScoreTally baseline) {
        return List.of(
                figure(name + ".precision", Matches.precision(block), own, baseline),
                figure(name + ".recall", Matches.recall(block), own, baseline),
                figure(name + ".f1", Matches.f1(block), own, baseline));
    }

    /**
     * The three figures of all blocks.
     *
     * @param over {@link Matches#micro} or {@link Matches#macro}
     */
    static List<Figure> all(
            String name,
            UnaryOperator<Statistic> over,
            ScoreTally own,
            @Nullable ScoreTally baseline) {
        return List.of(
                figure(name + ".precision", over.apply(Matches.precision(0)), own, baseline),
                figure(name + ".recall", over.apply(Matches.recall(0)), own, baseline),
                figure(name + ".f1", over.apply(Matches.f1(0)), own, baseline));
    }

    private static Figure figure(
            String name, Statistic statistic, ScoreTally own, @Nullable ScoreTally baseline) {
        return Figure.of(name, own, statistic).beside(baseline, statistic);
    }
}
