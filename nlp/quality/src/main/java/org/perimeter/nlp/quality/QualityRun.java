// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.report.ResultJson;
import org.perimeter.nlp.quality.report.ResultTable;
import org.perimeter.nlp.quality.row.Figure;
import org.perimeter.nlp.quality.row.Reach;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.RowResult;
import org.perimeter.nlp.quality.row.Subject;
import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs rows one after the other and remembers what there is to say at the end. */
final class QualityRun {

    private final Subject subject;
    private final QualityOptions options;
    private final Consumer<String> progress;
    private final ResultJson json = new ResultJson();
    private final ResultTable table = new ResultTable();
    private final List<String> met = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int measured;

    QualityRun(Subject subject, QualityOptions options, Consumer<String> progress) {
        this.subject = subject;
        this.options = options;
        this.progress = progress;
    }

    /** Measures a row; one whose corpus cannot be read is skipped, and the summary says so. */
    void run(Row row, Consumer<ObjectNode> out) {
        try {
            progress.accept(row.name());
            CorpusFiles corpus = files(row, Rows.part(row, options.part()));
            RowResult result = row.run(subject, corpus);
            if (result.posts() == 0) {
                throw new IOException("no posts of the part " + result.part().label());
            }
            measured++;
            judge(row, result);
            table.add(row, result);
            out.accept(json.of(row, result));
        } catch (IOException e) {
            progress.accept(row.name() + " is skipped: " + e.getMessage());
            skipped.add(row.name());
        }
    }

    private CorpusFiles files(Row row, Part part) throws IOException {
        return row.corpus().equals(Row.BUNDLED)
                ? new CorpusFiles(List.of(), part)
                : CorpusFiles.find(options.data(), row.corpus(), part);
    }

    private void judge(Row row, RowResult result) {
        for (Reach reach : row.reach()) {
            double value = result.figure(reach.figure()).map(Figure::value).orElse(Double.NaN);
            (reach.isMetBy(value) ? met : missed).add(row.name() + " " + reach.figure());
        }
    }

    /** Brings the tables of a Markdown file up to date with what was measured. */
    void write(Path file) throws IOException {
        table.write(file, Rows.all().stream().map(Row::name).toList());
    }

    /** How many rows were measured. */
    int measured() {
        return measured;
    }

    /** The last object of the output. */
    ObjectNode summary() {
        ObjectNode summary = new ObjectMapper().createObjectNode();
        summary.put("rows", measured);
        summary.put("part", options.part().label());
        summary.put("baseline", subject.baseline() != null);
        met.forEach(summary.putArray("met")::add);
        missed.forEach(summary.putArray("missed")::add);
        skipped.forEach(summary.putArray("skipped")::add);
        return summary;
    }
}
