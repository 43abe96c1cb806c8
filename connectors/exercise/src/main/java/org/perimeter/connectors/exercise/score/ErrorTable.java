// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.judge.TruthPost;
import org.perimeter.policy.model.reading.ThreatFinding;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the posts with which something went wrong, one a line, for whoever mends it. */
public final class ErrorTable {

    private static final List<String> COLUMNS =
            List.of(
                    "exercise",
                    "seed",
                    "post",
                    "mistake",
                    "kindOfPost",
                    "decision",
                    "truth",
                    "reading",
                    "relevance",
                    "truePlace",
                    "foundPlaces",
                    "text");

    private final Writer out;

    /** Writes the head of the table. */
    public ErrorTable(Writer out) throws IOException {
        this.out = out;
        row(COLUMNS);
    }

    /** Writes the wrong posts of one exercise. */
    public void add(String exercise, long seed, ExerciseScore score) throws IOException {
        for (WrongPost wrong : score.wrong()) {
            TruthPost post = wrong.post();
            PostTrace trace = wrong.trace();
            row(
                    List.of(
                            exercise,
                            String.valueOf(seed),
                            post.key(),
                            wrong.mistake(),
                            wrong.kind().name(),
                            trace == null ? "" : trace.decision(),
                            words(post.claim().kind(), post.claim().category()),
                            trace == null ? "" : reading(trace.analysis().threat()),
                            trace == null ? "" : number(trace.analysis().relevance().score()),
                            post.claim().place(),
                            trace == null ? "" : places(trace),
                            post.text()));
        }
    }

    private static String reading(ThreatFinding threat) {
        return words(threat.kind(), threat.category()) + " " + number(threat.score());
    }

    private static String words(Object kind, @Nullable Object category) {
        return category == null ? kind.toString() : kind + " " + category;
    }

    private static String places(PostTrace trace) {
        return trace.analysis().places().stream()
                .map(place -> place.text() + " (" + place.placeId() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(cells.get(i).replaceAll("[\\t\\r\\n]+", " "));
            out.write(i + 1 < cells.size() ? "\t" : "\n");
        }
    }
}
