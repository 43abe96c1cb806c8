// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.AnalyzerModels;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.close.CloseAnalyzer;
import org.perimeter.nlp.quality.audit.Audit;
import org.perimeter.nlp.quality.baseline.StockBaseline;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.Subject;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.WrongCallException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bench quality}: how good the analysis is on public corpora. Progress goes to standard
 * error; standard output carries one JSON object per row and the summary last.
 *
 * <p>Exit status 0 when rows were measured, 1 when none could be or a gate of the audit is red, 2
 * when the call was wrong.
 */
public final class QualityBench {

    private QualityBench() {}

    /** Runs the measurement. */
    public static void main(String[] args) {
        System.exit(CommandManner.run(new QualityOptions(), QualityBench::run, args));
    }

    private static int run(QualityOptions options) throws IOException {
        return options.audit() ? audit(options) : measure(options);
    }

    private static int audit(QualityOptions options) throws IOException {
        Audit audit = new Audit(options.data(), options.part(), QualityBench::progress);
        Subject subject = subject(options);
        audit.run(subject, QualityBench::print);
        Path write = options.write();
        if (write != null && audit.measured() > 0) {
            audit.write(write);
        }
        print(audit.summary(subject.close().model()));
        return audit.isRed() || audit.measured() == 0 ? 1 : 0;
    }

    private static Subject subject(QualityOptions options) {
        progress("loading the models");
        return new Subject(
                new PostAnalyzer(AnalyzerModels.load(options.places())),
                CloseAnalyzer.shipped(),
                options.baseline() && !options.audit() ? baseline() : null,
                options.places());
    }

    private static @Nullable StockBaseline baseline() {
        StockBaseline stock = StockBaseline.load();
        if (stock == null) {
            progress("stock CoreNLP's model is not on the class path: no baseline for names");
        }
        return stock;
    }

    private static int measure(QualityOptions options) throws IOException {
        List<Row> rows = Rows.matching(options.corpus());
        if (rows.isEmpty()) {
            throw new WrongCallException("no row or corpus is called " + options.corpus());
        }
        if (Files.isRegularFile(options.data())
                && rows.stream().map(Row::corpus).distinct().count() > 1) {
            throw new WrongCallException(
                    "--data names one file: say with --corpus which corpus it is of");
        }
        QualityRun run = new QualityRun(subject(options), options, QualityBench::progress);
        rows.forEach(row -> run.run(row, QualityBench::print));
        Path write = options.write();
        if (write != null && run.measured() > 0) {
            run.write(write);
        }
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
