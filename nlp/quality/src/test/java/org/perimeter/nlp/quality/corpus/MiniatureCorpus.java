// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes invented files in the format of a corpus. */
final class MiniatureCorpus {

    private MiniatureCorpus() {}

    /** One file, read whole. */
    static CorpusFiles of(Path folder, String name, String text) throws IOException {
        return of(folder, name, text, Part.ALL);
    }

    static CorpusFiles of(Path folder, String name, String text, Part part) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return new CorpusFiles(List.of(file), part);
    }
}
