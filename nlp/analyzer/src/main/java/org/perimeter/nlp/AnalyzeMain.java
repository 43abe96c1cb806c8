// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.CloseAnalyzer;
import org.perimeter.nlp.line.AnalyzeOptions;
import org.perimeter.nlp.line.BadLineException;
import org.perimeter.nlp.line.LineReader;
import org.perimeter.nlp.line.LineWriter;
import org.perimeter.nlp.line.PostLine;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.threat.PlacesNamed;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.PostPlace;
import org.perimeter.policy.model.reading.Analysis;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The {@code analyze} command: posts as JSON lines in, analyses as JSON lines out, in input order.
 * A line that cannot be read becomes an error line; the others go on.
 *
 * <p>Exit status 0 ok, 1 the work failed, 2 the call was wrong.
 */
public final class AnalyzeMain {

    /** An incident given on the command line is taken to reach this far. */
    private static final double NEAR_RADIUS_METERS = 2_000;

    /** What a point in the input is taken to mean: a satellite fix. */
    private static final double GPS_RADIUS_METERS = 50;

    /** No post needs a hundredth of it; what does is better told of than waited for. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final PostAnalyzer analyzer;
    private final @Nullable CloseAnalyzer close;
    private final TimeBudget budget = new TimeBudget(LONGEST, System::nanoTime);
    private final List<Neighbourhood> neighbourhoods;
    private final LineReader reader = new LineReader();
    private final LineWriter writer = new LineWriter();

    private AnalyzeMain(
            PostAnalyzer analyzer,
            @Nullable CloseAnalyzer close,
            List<Neighbourhood> neighbourhoods) {
        this.analyzer = analyzer;
        this.close = close;
        this.neighbourhoods = neighbourhoods;
    }

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(run(args, System.in, System.out, System.err));
    }

    static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return CommandManner.run(
                new AnalyzeOptions(), options -> run(options, in, out), out, err, args);
    }

    private static int run(AnalyzeOptions options, InputStream in, OutputStream out)
            throws IOException {
        List<Neighbourhood> neighbourhoods = neighbourhoods(options);
        AnalyzerModels models = AnalyzerModels.load(options.places());
        AnalyzeMain main =
                new AnalyzeMain(
                        new PostAnalyzer(models),
                        options.first() ? null : CloseAnalyzer.shipped(),
                        neighbourhoods);
        Path inFile = options.in();
        Path outFile = options.out();
        try (BufferedReader lines = reader(inFile == null ? in : Files.newInputStream(inFile));
                BufferedWriter results =
                        writer(outFile == null ? out : Files.newOutputStream(outFile))) {
            main.analyze(lines, results);
        }
        return 0;
    }

    private static List<Neighbourhood> neighbourhoods(AnalyzeOptions options) {
        GeoPoint near = options.near();
        return near == null ? List.of() : List.of(new Neighbourhood(near, NEAR_RADIUS_METERS));
    }

    private void analyze(BufferedReader lines, BufferedWriter results) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            results.write(analyze(line));
            results.newLine();
            // Interactive use: an answer must not wait for the next question.
            if (!lines.ready()) {
                results.flush();
            }
        }
    }

    private String analyze(String line) {
        try {
            PostLine post = reader.read(line);
            GeoPoint point = post.point();
            PostPlace place =
                    point == null
                            ? null
                            : new PostPlace(point, GPS_RADIUS_METERS, PlaceEvidence.GPS, null);
            return analyzer.analyzeWithin(
                            new AnalysisRequest(
                                    post.text(), post.languages(), place, neighbourhoods),
                            budget)
                    .map(analysis -> writer.analysis(post.id(), closely(analysis, post.text())))
                    .orElseGet(() -> writer.error(post.id(), "over the time budget"));
        } catch (BadLineException e) {
            return writer.error(e.id(), String.valueOf(e.getMessage()));
        }
    }

    /** With an incident given, only what can lie near it is read closely. */
    private Analysis closely(Analysis first, String text) {
        boolean wanted =
                neighbourhoods.isEmpty()
                        || NearIncident.judge(first.places(), neighbourhoods)
                                == PlacesNamed.NEAR_INCIDENT;
        return close == null || !wanted ? first : close.read(first, text);
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static BufferedWriter writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
