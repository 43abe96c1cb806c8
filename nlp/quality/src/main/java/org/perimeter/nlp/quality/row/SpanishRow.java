// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.invented.SpanishCorpus;
import org.perimeter.nlp.quality.corpus.invented.SpanishPost;
import org.perimeter.nlp.quality.metric.Matches;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.metric.Share;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.Analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Invented Spanish posts: reports and threats found as such ({@code recall.report}, {@code
 * recall.threat}) and under the right category ({@code categories}), alerts on posts that are
 * neither ({@code falseAlarms.alert}), posts about an incident ({@code recall.relevant}), places of
 * the world with exact span, and how many are taken for Spanish ({@code language}).
 */
public record SpanishRow() implements Row {

    private static final int REPORT = 0;
    private static final int THREAT = 1;
    private static final int FALSE_ALARM = 2;
    private static final int RELEVANT = 3;
    private static final int CATEGORY = 4;
    private static final int LANGUAGE = 5;
    private static final List<String> SHARES =
            List.of(
                    "recall.report",
                    "recall.threat",
                    "falseAlarms.alert",
                    "recall.relevant",
                    "categories",
                    "language");

    @Override
    public String name() {
        return "spanish.invented";
    }

    @Override
    public String corpus() {
        return BUNDLED;
    }

    @Override
    public List<Reach> reach() {
        return List.of(
                Reach.atLeast("recall.report", 0.80),
                Reach.atLeast("recall.threat", 0.70),
                Reach.atMost("falseAlarms.alert", 0.05),
                Reach.atLeast("places.f1", 0.80));
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) {
        ScoreTally shares = new ScoreTally(SHARES.size() * Share.WIDTH);
        ScoreTally places = new ScoreTally(Matches.WIDTH);
        List<SpanishPost> posts = SpanishCorpus.read(corpus.part());
        for (SpanishPost post : posts) {
            Analysis analysis = subject.analyze(post.text());
            count(post, analysis, shares.post());
            List<?> found = Answer.of(post.text(), analysis).placeSpans();
            Matches.count(post.places(), found, places.post(), 0);
        }
        List<Figure> figures = new ArrayList<>();
        for (int block = 0; block < SHARES.size(); block++) {
            figures.add(Figure.of(SHARES.get(block), shares, Share.of(block)));
        }
        figures.addAll(MatchTallies.block("places", 0, places, null));
        return new RowResult(corpus.part(), posts.size(), figures);
    }

    private static void count(SpanishPost post, Analysis analysis, double[] row) {
        Share.count(analysis.language().equals("es"), row, LANGUAGE);
        boolean found = Signal.ALERT.in(analysis);
        switch (post.label()) {
            case "REPORT" -> {
                found = Signal.REPORT.in(analysis);
                Share.count(found, row, REPORT);
                Share.count(Signal.RELEVANT.in(analysis), row, RELEVANT);
            }
            case "THREAT" -> {
                found = Signal.THREAT.in(analysis);
                Share.count(found, row, THREAT);
            }
            case "ABOUT" -> Share.count(Signal.RELEVANT.in(analysis), row, RELEVANT);
            default -> Share.count(found, row, FALSE_ALARM);
        }
        IncidentCategory category = analysis.threat().category();
        if (found && category != null && !post.category().isEmpty()) {
            Share.count(category.name().equals(post.category()), row, CATEGORY);
        }
    }
}
