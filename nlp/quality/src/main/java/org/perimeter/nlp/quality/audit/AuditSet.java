// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.row.Subject;

import java.io.IOException;
import java.util.List;

/** A test set that the audit runs. */
interface AuditSet {

    /** Its name in the results. */
    String name();

    /** The folder of its corpus. */
    String corpus();

    /** Runs the set through the analyzer and judges the answers. */
    List<Finding> run(Subject subject, CorpusFiles corpus) throws IOException;
}
