// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Reads and writes the logs of children. */
final class LogLines {

    private static final int LONGEST = 300;

    private LogLines() {}

    static BufferedWriter append(Path log) throws IOException {
        return Files.newBufferedWriter(
                log,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.WRITE);
    }

    /** The last line that says something to a person: no line of a stack trace. */
    static String lastTelling(Path log) {
        List<String> lines;
        try {
            lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return "it left no log";
        }
        for (int index = lines.size() - 1; index >= 0; index--) {
            String line = lines.get(index).strip();
            if (!line.isEmpty() && !line.startsWith("at ") && !line.startsWith("... ")) {
                return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
            }
        }
        return "it said nothing";
    }
}
