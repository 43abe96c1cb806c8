// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads comma-separated values with a header line, quoted as in RFC 4180 with line breaks inside
 * quotes. Forgiving as spreadsheets are: blanks around header names and a byte order mark are
 * dropped, a quote inside an unquoted value is a character, missing values are empty.
 */
final class Csv {

    private static final int END = -1;

    private final BufferedReader in;
    private boolean ended;

    private Csv(BufferedReader in) {
        this.in = in;
    }

    /** Hands over every row as header name to value. */
    static void read(Path file, Consumer<Map<String, String>> each) throws IOException {
        try (BufferedReader in = CorpusFiles.open(file)) {
            Csv csv = new Csv(in);
            List<String> header =
                    csv.row().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
            while (!csv.ended) {
                List<String> row = csv.row();
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    each.accept(named(header, row));
                }
            }
        }
    }

    private static Map<String, String> named(List<String> header, List<String> row) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), i < row.size() ? row.get(i) : "");
        }
        return named;
    }

    private List<String> row() throws IOException {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean fresh = true;
        for (int c = in.read(); ; c = in.read()) {
            if (c == END || (!quoted && c == '\n')) {
                ended = c == END;
                values.add(value.toString());
                return values;
            } else if (quoted && c == '"') {
                in.mark(1);
                if (in.read() == '"') {
                    value.append('"');
                } else {
                    in.reset();
                    quoted = false;
                }
            } else if (!quoted && fresh && c == '"') {
                quoted = true;
            } else if (!quoted && c == ',') {
                values.add(value.toString());
                value.setLength(0);
                fresh = true;
                continue;
            } else if (quoted || c != '\r') {
                value.append((char) c);
            }
            fresh = false;
        }
    }
}
