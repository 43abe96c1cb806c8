// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.CorpusFiles;

import java.io.IOException;
import java.util.List;

/** One row of the measurement: a task on a corpus. */
public interface Row {

    /** Instead of a folder: the posts come with this project. */
    String BUNDLED = "bundled";

    /** Its name, unique among the rows: {@code entities.tweebank}. */
    String name();

    /** The folder of its corpus. */
    String corpus();

    /** What its figures should reach; may be empty. */
    List<Reach> reach();

    /** What its figures stand beside, where they do. */
    default String baseline() {
        return "stock CoreNLP";
    }

    /**
     * Reads the corpus and scores the analyzer on it.
     *
     * @throws IOException when the corpus cannot be read
     */
    RowResult run(Subject subject, CorpusFiles corpus) throws IOException;
}
