// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.PlacedPost;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From text to coordinates in one go, as EUPEG counts it: a found place matches a true one when
 * both are the same words with their middles less than ten characters apart; of <em>all</em> true
 * places, the share that was matched and lies within 161 km (100 miles).
 *
 * @param name name of the row
 * @param corpus folder of the corpus
 * @param reader how it is read
 * @param reach what to reach
 */
public record GeoparsingRow(String name, String corpus, PlacedReader reader, List<Reach> reach)
        implements Row {

    static final double NEAR_METERS = 161_000;

    private static final double MIDDLES_APART = 10;
    private static final int WITHIN = Matches.WIDTH;
    private static final int GOLD = Matches.WIDTH + 1;
    private static final int MATCHED = Matches.WIDTH + 2;
    static final int WIDTH = Matches.WIDTH + 3;

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        List<PlacedPost> posts = reader.read(corpus);
        ScoreTally tally = new ScoreTally(WIDTH);
        for (PlacedPost post : posts) {
            count(post, Answer.of(post.text(), subject.analyze(post.text())), tally.post());
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("within161km", tally, sums -> sums[WITHIN] / sums[GOLD]));
        figures.add(Figure.of("within161kmOfMatched", tally, sums -> sums[WITHIN] / sums[MATCHED]));
        figures.addAll(MatchTallies.block("mentions", 0, tally, null));
        return new RowResult(corpus.part(), posts.size(), figures);
    }

    static void count(PlacedPost post, Answer answer, double[] row) {
        List<Answer.Resolved> left = new ArrayList<>(answer.places());
        int right = 0;
        for (PlacedPost.Place gold : post.places()) {
            row[GOLD]++;
            Answer.Resolved match =
                    left.stream().filter(f -> same(post.text(), gold, f)).findFirst().orElse(null);
            if (match != null) {
                left.remove(match);
                right++;
                row[MATCHED]++;
                GeoPoint truth = gold.point();
                boolean near =
                        truth != null && EarthDistance.meters(truth, match.point()) <= NEAR_METERS;
                row[WITHIN] += near ? 1 : 0;
            }
        }
        Matches.count(right, left.size(), post.places().size() - right, row, 0);
    }

    private static boolean same(String text, PlacedPost.Place gold, Answer.Resolved found) {
        double apart =
                Math.abs(
                        gold.span().start()
                                + gold.span().end()
                                - found.span().start()
                                - found.span().end());
        return apart / 2 < MIDDLES_APART && gold.span().of(text).equals(found.span().of(text));
    }
}
