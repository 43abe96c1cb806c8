// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.baseline.Keywords;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a post is about an incident: precision, recall and F1 of the relevant ones, all together
 * and per group (event).
 *
 * @param name name of the row
 * @param corpus folder of the corpus
 * @param reader how it is read
 * @param relevant what is about an incident
 * @param reach what to reach
 */
public record RelevanceRow(
        String name,
        String corpus,
        LabelledReader reader,
        Predicate<LabelledPost> relevant,
        List<Reach> reach)
        implements Row {

    @Override
    public String baseline() {
        return "keywords";
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) throws IOException {
        List<LabelledPost> posts = reader.read(corpus);
        List<String> groups = posts.stream().map(LabelledPost::group).distinct().sorted().toList();
        ScoreTally tally = new ScoreTally(groups.size() * Matches.WIDTH);
        ScoreTally keywords = new ScoreTally(groups.size() * Matches.WIDTH);
        for (LabelledPost post : posts) {
            boolean is = relevant.test(post);
            int group = groups.indexOf(post.group());
            boolean found = Signal.RELEVANT.in(subject.analyze(post.text()));
            count(is, found, tally.post(), group);
            count(is, Keywords.flag(post.text()), keywords.post(), group);
        }
        List<Figure> figures =
                new ArrayList<>(MatchTallies.all("relevant", Matches::micro, tally, keywords));
        figures.addAll(MatchTallies.all("meanOfGroups", Matches::macro, tally, keywords));
        for (int group = 0; group < groups.size() && groups.size() > 1; group++) {
            figures.addAll(MatchTallies.block(groups.get(group), group, tally, keywords));
        }
        return new RowResult(corpus.part(), posts.size(), figures);
    }

    private static void count(boolean is, boolean found, double[] row, int group) {
        Matches.count(is && found ? 1 : 0, !is && found ? 1 : 0, is && !found ? 1 : 0, row, group);
    }
}
