// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads tables with a header line as the corpora come: forgiving as spreadsheets are. Blanks around
 * header names and a byte order mark are dropped, missing values are empty.
 */
final class CsvRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setIgnoreEmptyLines(true)
                    .setTrailingData(true)
                    .setLenientEof(true)
                    .get();

    private CsvRows() {}

    /** Hands over every row as header name to value. */
    static void read(Path file, Consumer<Map<String, String>> each) throws IOException {
        try (BufferedReader in = CorpusFiles.open(file);
                CSVParser rows = CSVParser.parse(in, FORMAT)) {
            Iterator<CSVRecord> records = rows.iterator();
            if (!records.hasNext()) {
                return;
            }
            List<String> header =
                    records.next().stream()
                            .map(name -> name.replace("\uFEFF", "").strip())
                            .toList();
            while (records.hasNext()) {
                CSVRecord row = records.next();
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    each.accept(named(header, row));
                }
            }
        }
    }

    private static Map<String, String> named(List<String> header, CSVRecord row) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), i < row.size() ? row.get(i) : "");
        }
        return named;
    }
}
