// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.nlp.AnalyzerModels;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.quality.baseline.StockClassifier;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.Subject;

import java.util.List;

/**
 * {@code bench quality}: how good the analysis is on public corpora. Progress goes to standard
 * error; standard output carries one JSON object per row and the summary last.
 *
 * <p>Exit status 0 when rows were measured, 1 when none could be, 2 when the call was wrong.
 */
public final class QualityBench {

    private QualityBench() {}

    /** Runs the measurement. */
    public static void main(String[] args) {
        try {
            System.exit(run(QualityOptions.parse(args)));
        } catch (IllegalArgumentException e) {
            progress(String.valueOf(e.getMessage()));
            System.exit(2);
        }
    }

    private static int run(QualityOptions options) {
        List<Row> rows =
                Rows.all().stream()
                        .filter(
                                row ->
                                        row.corpus().contains(options.corpus())
                                                || row.name().contains(options.corpus()))
                        .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no row or corpus is called " + options.corpus());
        }
        progress("loading the models");
        Subject subject =
                new Subject(
                        new PostAnalyzer(AnalyzerModels.load(options.places())),
                        options.baseline() ? StockClassifier.load() : null);
        QualityRun run = new QualityRun(subject, options, QualityBench::progress);
        rows.forEach(row -> run.run(row, QualityBench::print));
        print(run.summary());
        return run.measured() == 0 ? 1 : 0;
    }

    private static void progress(String what) {
        System.err.println("bench quality: " + what);
    }

    private static void print(ObjectNode object) {
        System.out.println(object);
    }
}
