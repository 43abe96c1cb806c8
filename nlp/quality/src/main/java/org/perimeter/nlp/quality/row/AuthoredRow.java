// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.invented.AuthoredCorpus;
import org.perimeter.nlp.quality.corpus.invented.AuthoredPost;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.metric.Share;
import org.perimeter.nlp.quality.split.Part;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.Analysis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Invented posts of authors who are held back whole: reports and threats found as such ({@code
 * recall.report}, {@code recall.threat}), under the right category ({@code categories}), and
 * harmless posts that alarmed ({@code falseAlarms.alert}); the first two for Spanish and mixed
 * posts alone as well.
 *
 * @param name of the row
 * @param authors whose posts are scored
 */
public record AuthoredRow(String name, List<String> authors) implements Row {

    private static final int REPORT = 0;
    private static final int THREAT = 1;
    private static final int FALSE_ALARM = 2;
    private static final int CATEGORY = 3;
    private static final int SPANISH = 4;
    private static final List<String> SHARES =
            List.of(
                    "recall.report",
                    "recall.threat",
                    "falseAlarms.alert",
                    "categories",
                    "spanish.recall.report",
                    "spanish.recall.threat",
                    "spanish.falseAlarms.alert");

    public AuthoredRow {
        authors = List.copyOf(authors);
    }

    @Override
    public String corpus() {
        return BUNDLED;
    }

    @Override
    public List<Reach> reach() {
        return List.of(
                Reach.atLeast("recall.report", 0.88),
                Reach.atLeast("recall.threat", 0.85),
                Reach.atMost("falseAlarms.alert", 0.03));
    }

    @Override
    public RowResult run(Subject subject, CorpusFiles corpus) {
        ScoreTally shares = new ScoreTally(SHARES.size() * Share.WIDTH);
        List<AuthoredPost> posts = AuthoredCorpus.read(authors);
        for (AuthoredPost post : posts) {
            count(post, subject.analyze(post.text()), shares.post());
        }
        List<Figure> figures =
                IntStream.range(0, SHARES.size())
                        .mapToObj(block -> Figure.of(SHARES.get(block), shares, Share.of(block)))
                        .toList();
        // Held back whole, whatever part of the corpora is asked for.
        return new RowResult(Part.ALL, posts.size(), figures);
    }

    private static void count(AuthoredPost post, Analysis analysis, double[] row) {
        int block =
                switch (post.kind()) {
                    case "REPORT" -> REPORT;
                    case "THREAT" -> THREAT;
                    default -> FALSE_ALARM;
                };
        boolean found =
                switch (block) {
                    case REPORT -> Signal.REPORT.in(analysis);
                    case THREAT -> Signal.THREAT.in(analysis);
                    default -> Signal.ALERT.in(analysis);
                };
        Share.count(found, row, block);
        if (!post.language().equals("en")) {
            Share.count(found, row, SPANISH + block);
        }
        IncidentCategory category = analysis.threat().category();
        if (found && category != null && block != FALSE_ALARM) {
            Share.count(category.name().equals(post.category()), row, CATEGORY);
        }
    }
}
