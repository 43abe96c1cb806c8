// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.baseline.StockBaseline;
import org.perimeter.nlp.quality.corpus.BioCorpus;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.nlp.quality.corpus.TaggedPost;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.policy.model.reading.EntityType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Persons, locations and organisations with exact span and type. A name that touches a handle
 * counts neither for nor against anybody.
 *
 * @param name name of the row
 * @param corpus folder of the corpus
 * @param splitHandles whether the corpus has the sign and the name of a handle as two tokens
 * @param reachF1 the micro F1 to reach
 */
public record EntityRow(String name, String corpus, boolean splitHandles, double reachF1)
        implements Row {

    /** One block of counts per type, in this order. */
    private static final List<EntityType> TYPES = List.of(EntityType.values());

    @Override
    public List<Reach> reach() {
        return List.of(Reach.atLeast("micro.f1", reachF1));
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        List<TaggedPost> posts = BioCorpus.read(corpus, splitHandles);
        StockBaseline stock = subject.baseline();
        ScoreTally own = new ScoreTally(TYPES.size() * Matches.WIDTH);
        @Nullable ScoreTally baseline =
                stock == null ? null : new ScoreTally(TYPES.size() * Matches.WIDTH);
        for (TaggedPost post : posts) {
            List<TaggedPost.Name> found =
                    subject.analyze(post.text()).entities().stream()
                            .map(
                                    entity ->
                                            new TaggedPost.Name(
                                                    entity.type(),
                                                    new Span(entity.start(), entity.end())))
                            .toList();
            count(post, found, own.post());
            if (stock != null && baseline != null) {
                count(post, stock.names(post.text()), baseline.post());
            }
        }
        return new RowResult(corpus.part(), posts.size(), figures(own, baseline));
    }

    private static void count(TaggedPost post, List<TaggedPost.Name> found, double[] row) {
        List<TaggedPost.Name> names =
                found.stream()
                        .filter(name -> post.handles().stream().noneMatch(name.span()::overlaps))
                        .toList();
        for (int block = 0; block < TYPES.size(); block++) {
            EntityType type = TYPES.get(block);
            Matches.count(spans(post.names(), type), spans(names, type), row, block);
        }
    }

    private static List<Span> spans(List<TaggedPost.Name> names, EntityType type) {
        return names.stream()
                .filter(name -> name.type() == type)
                .map(TaggedPost.Name::span)
                .toList();
    }

    private static List<Figure> figures(ScoreTally own, @Nullable ScoreTally baseline) {
        List<Figure> figures =
                new ArrayList<>(MatchTallies.all("micro", Matches::micro, own, baseline));
        for (int block = 0; block < TYPES.size(); block++) {
            figures.addAll(MatchTallies.block(TYPES.get(block).name(), block, own, baseline));
        }
        return figures;
    }
}
