// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.AnalysisRequest;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.row.Figure;
import org.perimeter.nlp.quality.row.MatchTallies;
import org.perimeter.nlp.quality.row.Reach;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.RowResult;
import org.perimeter.nlp.quality.row.Subject;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The places of packs of posts around incidents, read as the product reads them while the incident
 * is live. A post has one answer: of the places finer than a town that its text was understood to
 * name, one inside the fence before others, since that one lets the post in, then the most exact.
 * It is right within 250 m of the true place. What the platform attached is no answer, and a post
 * that needs no more is not missed. {@code fence} counts the posts that the answer puts inside.
 */
public record PackPlacesRow() implements Row {

    private static final double NEAR_METERS = 250;
    private static final int FENCE = 1;

    @Override
    public String name() {
        return "places.packs";
    }

    @Override
    public String corpus() {
        return "packs";
    }

    @Override
    public List<Reach> reach() {
        return List.of(
                Reach.atLeast("places.precision", 0.90), Reach.atLeast("places.recall", 0.65));
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        List<PackPost> posts = posts(subject, corpus);
        ScoreTally tally = new ScoreTally(2 * Matches.WIDTH);
        for (PackPost post : posts) {
            count(post, answer(post, subject.analyze(request(post)).places()), tally.post());
        }
        List<Figure> figures = new ArrayList<>(MatchTallies.block("places", 0, tally, null));
        figures.addAll(MatchTallies.block("fence", FENCE, tally, null));
        return new RowResult(corpus.part(), posts.size(), figures);
    }

    private static List<PackPost> posts(Subject subject, CorpusFiles corpus) throws IOException {
        for (Path folder : subject.places()) {
            Optional<List<PackPost>> posts = PackCorpus.read(corpus, PackTown.read(folder));
            if (posts.isPresent()) {
                return posts.get();
            }
        }
        throw new IOException("give the town of the packs: --places DIR");
    }

    /** As the product reads it while the pack's incident is live. */
    private static AnalysisRequest request(PackPost post) {
        return new AnalysisRequest(
                post.text(),
                post.languages(),
                post.attached(),
                List.of(new Neighbourhood(post.incident(), post.radiusMeters())));
    }

    /** The one place that counts; null when the text was understood to name none. */
    static @Nullable GeoPoint answer(PackPost post, List<PlaceMention> places) {
        return places.stream()
                .filter(place -> place.evidence() == PlaceEvidence.TEXT)
                .filter(place -> place.precision().compareTo(PlacePrecision.CITY) < 0)
                .min(
                        Comparator.comparing((PlaceMention place) -> !isInside(post, place.point()))
                                .thenComparingDouble(PlaceMention::radiusMeters))
                .map(PlaceMention::point)
                .orElse(null);
    }

    static void count(PackPost post, @Nullable GeoPoint answer, double[] row) {
        PackPlace truth = post.truth();
        boolean found = answer != null;
        boolean right =
                answer != null && truth != null && truth.distanceMeters(answer) <= NEAR_METERS;
        boolean wanted = truth != null && !post.truthAttached();
        tally(found, right, wanted, row, 0);
        boolean inside = answer != null && isInside(post, answer);
        boolean trulyInside =
                truth != null && truth.distanceMeters(post.incident()) <= post.radiusMeters();
        tally(inside, inside && trulyInside, wanted && trulyInside, row, FENCE);
    }

    private static void tally(
            boolean found, boolean right, boolean wanted, double[] row, int block) {
        Matches.count(right ? 1 : 0, found && !right ? 1 : 0, wanted && !right ? 1 : 0, row, block);
    }

    private static boolean isInside(PackPost post, GeoPoint point) {
        return EarthDistance.meters(post.incident(), point) <= post.radiusMeters();
    }
}
