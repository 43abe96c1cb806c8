// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.PlacedPost;
import org.perimeter.nlp.quality.metric.GroupCenters;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.metric.Share;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether mentions that have coordinates are resolved within 161 km of them. A mention is resolved
 * by the place whose words overlap it; one without is wrong, so that leaving hard names out gains
 * nothing. Once without and once with an incident: the middle of the true places in the
 * <em>other</em> texts of the group, since whoever watches an incident knows where it is.
 *
 * @param name name of the row
 * @param corpus folder of the corpus
 * @param reader how it is read
 * @param reach what to reach
 */
public record ResolutionRow(String name, String corpus, PlacedReader reader, List<Reach> reach)
        implements Row {

    private static final int ALL = 0;
    private static final int RESOLVED = 1;

    private static final List<Coarseness> SIZES = List.of(Coarseness.values());

    /** From here on one block per {@link Coarseness}. */
    private static final int BY_COARSENESS = 2;

    private static final int WIDTH = (BY_COARSENESS + SIZES.size()) * Share.WIDTH;

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        List<PlacedPost> posts = reader.read(corpus);
        GroupCenters centers = GroupCenters.of(posts);
        ScoreTally alone = new ScoreTally(WIDTH);
        ScoreTally incident = new ScoreTally(WIDTH);
        for (PlacedPost post : posts) {
            count(post, subject, null, alone.post());
            count(post, subject, centers.without(post), incident.post());
        }
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures("incident", incident));
        figures.addAll(figures("alone", alone));
        return new RowResult(corpus.part(), posts.size(), figures);
    }

    private static void count(
            PlacedPost post, Subject subject, @Nullable GeoPoint near, double[] row) {
        Answer answer = Answer.of(post.text(), subject.analyze(post.text(), near));
        for (PlacedPost.Place gold : post.places()) {
            GeoPoint truth = gold.point();
            if (truth != null) {
                List<Double> distances =
                        answer.places().stream()
                                .filter(place -> place.span().overlaps(gold.span()))
                                .map(place -> EarthDistance.meters(place.point(), truth))
                                .toList();
                boolean right = distances.stream().anyMatch(d -> d <= GeoparsingRow.NEAR_METERS);
                Share.count(right, row, ALL);
                int size = SIZES.indexOf(Coarseness.of(gold.kind()));
                Share.count(right, row, BY_COARSENESS + size);
                if (!distances.isEmpty()) {
                    Share.count(right, row, RESOLVED);
                }
            }
        }
    }

    private static List<Figure> figures(String name, ScoreTally tally) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(
                List.of(
                        Figure.of(name + ".within161km", tally, Share.of(ALL)),
                        Figure.of(name + ".within161kmOfResolved", tally, Share.of(RESOLVED)),
                        Figure.of(
                                name + ".resolved",
                                tally,
                                sums ->
                                        sums[RESOLVED * Share.WIDTH + 1]
                                                / sums[ALL * Share.WIDTH + 1])));
        for (int size = 0; size < SIZES.size(); size++) {
            figures.add(
                    Figure.of(
                            name + ".within161km." + SIZES.get(size).label(),
                            tally,
                            Share.of(BY_COARSENESS + size)));
        }
        return figures;
    }
}
