// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.PlacedPost;

import java.io.IOException;
import java.util.List;

/** Reads a corpus of texts with known places. */
@FunctionalInterface
public interface PlacedReader {

    /** The texts of the part. */
    List<PlacedPost> read(CorpusFiles corpus) throws IOException;
}
