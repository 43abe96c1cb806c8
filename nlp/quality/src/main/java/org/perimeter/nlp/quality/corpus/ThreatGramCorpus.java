// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ThreatGram 101: JSON lines with {@code text} and {@code label}: 0 none, 1 punishment by
 * courts or voters wished, 2 violence wished or announced. Split by text.
 */
public final class ThreatGramCorpus {

    private ThreatGramCorpus() {}

    /** The posts of the part. */
    public static List<LabelledPost> read(CorpusFiles corpus) throws IOException {
        List<LabelledPost> posts = new ArrayList<>();
        for (Path file : corpus.named(name -> name.contains(".jsonl")).files()) {
            JsonLines.read(
                    file,
                    line -> {
                        String text = line.path("text").asText();
                        if (corpus.keeps(text)) {
                            posts.add(new LabelledPost(text, line.path("label").asText(), ""));
                        }
                    });
        }
        return posts;
    }
}
