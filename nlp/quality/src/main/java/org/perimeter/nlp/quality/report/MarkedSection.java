// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The part of a Markdown file that a program writes, between two comments; what people wrote around
 * it stays as it is.
 *
 * @param file the file; without it the section is a new file
 * @param name name of the section, as in {@code <!-- begin NAME -->}
 */
public record MarkedSection(Path file, String name) {

    /**
     * Replaces the section, or appends it where it is missing.
     *
     * @param lines the new content
     */
    public void write(List<String> lines) throws IOException {
        String before = "";
        String after = "";
        String text = text();
        int begin = text.indexOf(begin());
        int end = text.indexOf(end());
        if (begin >= 0 && end > begin) {
            before = text.substring(0, begin);
            after = text.substring(end + end().length());
        } else {
            before = text.isEmpty() ? "" : text.stripTrailing() + "\n\n";
            after = "\n";
        }
        String body = begin() + "\n" + String.join("\n", lines) + "\n" + end();
        Files.writeString(file, before + body + after, StandardCharsets.UTF_8);
    }

    /** The lines that the section has now; none when there is no section. */
    public List<String> read() throws IOException {
        String text = text();
        int begin = text.indexOf(begin());
        int end = text.indexOf(end());
        return begin >= 0 && end > begin
                ? text.substring(begin + begin().length(), end).strip().lines().toList()
                : List.of();
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    private String begin() {
        return "<!-- begin " + name + " -->";
    }

    private String end() {
        return "<!-- end " + name + " -->";
    }
}
