// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.LabelledPost;

import java.io.IOException;
import java.util.List;

/** Reads a corpus of labelled posts. */
@FunctionalInterface
public interface LabelledReader {

    /** The posts of the part. */
    List<LabelledPost> read(CorpusFiles corpus) throws IOException;
}
