// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.split.HeldOutFifth;
import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The training parts of the corpora in one folder. What the rule of the held-out fifth keeps back,
 * by text too, never gets here.
 *
 * @param data a folder with one folder per corpus
 */
public record Corpora(Path data) {

    /** Reads labelled posts of a corpus. */
    @FunctionalInterface
    public interface Reader {
        /** The posts of the corpus's part. */
        List<LabelledPost> read(CorpusFiles corpus) throws IOException;
    }

    /** What training may see of a corpus. */
    public List<LabelledPost> read(String corpus, Reader reader) throws IOException {
        return reader.read(CorpusFiles.find(data, corpus, Part.TRAIN)).stream()
                .filter(post -> !HeldOutFifth.contains(post.text()))
                .toList();
    }

    /** Whether a text is in a sample of so many percent; always the same. */
    public static boolean sampled(LabelledPost post, int percent) {
        CRC32 crc = new CRC32();
        crc.update(post.text().getBytes(StandardCharsets.UTF_8));
        // The last digits already choose the held-out fifth.
        return (crc.getValue() >> 8) % 100 < percent;
    }
}
