// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.StreetCorpus;
import org.perimeter.nlp.quality.corpus.StreetPost;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Streets, crossings and landmarks of a town: a place that the analyzer knows more finely than a
 * neighbourhood is right when it lies within 150 m of a point of a place that the post names; each
 * of those counts once. The analyzer must have been given the town ({@code --places}).
 *
 * @param town the town
 */
public record StreetRow(String town) implements Row {

    private static final double NEAR_METERS = 150;

    @Override
    public String name() {
        return "streets." + town;
    }

    @Override
    public String corpus() {
        return BUNDLED;
    }

    @Override
    public List<Reach> reach() {
        return List.of(
                Reach.atLeast("places.precision", 0.85), Reach.atLeast("places.recall", 0.70));
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        if (!subject.knows(town)) {
            throw new IOException("give the town's streets: --places DIR, a folder called " + town);
        }
        List<StreetPost> posts = StreetCorpus.read(town, corpus.part());
        ScoreTally tally = new ScoreTally(Matches.WIDTH);
        for (StreetPost post : posts) {
            List<GeoPoint> found =
                    subject.analyze(post.text()).places().stream()
                            .filter(StreetRow::isFine)
                            .map(PlaceMention::point)
                            .toList();
            count(post.places(), found, tally.post());
        }
        return new RowResult(
                corpus.part(), posts.size(), MatchTallies.block("places", 0, tally, null));
    }

    private static boolean isFine(PlaceMention place) {
        return place.precision().compareTo(PlacePrecision.NEIGHBOURHOOD) < 0;
    }

    /** A second answer for a place that was found already counts as wrong. */
    static void count(List<List<GeoPoint>> truth, List<GeoPoint> found, double[] row) {
        List<GeoPoint> left = new ArrayList<>(found);
        int right = 0;
        for (List<GeoPoint> place : truth) {
            GeoPoint hit =
                    left.stream().filter(answer -> isNear(answer, place)).findFirst().orElse(null);
            if (hit != null) {
                left.remove(hit);
                right++;
            }
        }
        Matches.count(right, left.size(), truth.size() - right, row, 0);
    }

    private static boolean isNear(GeoPoint answer, List<GeoPoint> place) {
        return place.stream().anyMatch(at -> EarthDistance.meters(at, answer) <= NEAR_METERS);
    }
}
