// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.baseline.StockBaseline;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.PlacedPost;
import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.nlp.quality.corpus.TaggedPost;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.policy.model.reading.EntityType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mentions of locations, exact span without type, as the mean over the groups (events) of the
 * corpus. Three readings of the same answers: what is called a location, what has coordinates, and
 * either; a hash sign in front does not count.
 *
 * @param name name of the row
 * @param corpus folder of the corpus
 * @param reader how it is read
 * @param reach what to reach
 */
public record LocationMentionRow(String name, String corpus, PlacedReader reader, List<Reach> reach)
        implements Row {

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        List<PlacedPost> posts = reader.read(corpus);
        List<String> groups = posts.stream().map(PlacedPost::group).distinct().sorted().toList();
        int width = groups.size() * Matches.WIDTH;
        StockBaseline stock = subject.baseline();
        ScoreTally entities = new ScoreTally(width);
        ScoreTally places = new ScoreTally(width);
        ScoreTally either = new ScoreTally(width);
        @Nullable ScoreTally baseline = stock == null ? null : new ScoreTally(width);
        for (PlacedPost post : posts) {
            int group = groups.indexOf(post.group());
            List<Span> truth = post.places().stream().map(PlacedPost.Place::span).toList();
            Answer answer = Answer.of(post.text(), subject.analyze(post.text()));
            Set<Span> both = new HashSet<>(answer.locations());
            both.addAll(answer.placeSpans());
            Matches.count(truth, answer.locations(), entities.post(), group);
            Matches.count(truth, answer.placeSpans(), places.post(), group);
            Matches.count(truth, both, either.post(), group);
            if (stock != null && baseline != null) {
                Matches.count(truth, stock(stock, post.text()), baseline.post(), group);
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.addAll(MatchTallies.all("locations", Matches::macro, entities, baseline));
        figures.addAll(MatchTallies.all("places", Matches::macro, places, baseline));
        figures.addAll(MatchTallies.all("either", Matches::macro, either, baseline));
        return new RowResult(corpus.part(), posts.size(), figures);
    }

    private static List<Span> stock(StockBaseline stock, String text) {
        return stock.names(text).stream()
                .filter(name -> name.type() == EntityType.LOCATION)
                .map(TaggedPost.Name::span)
                .map(span -> span.withoutHash(text))
                .toList();
    }
}
