// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.row.Subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tweets of Davidson and others 2017 that people did not call hateful, by dialect: the standard
 * probe for taking a way of speaking for aggression. None of them should fire. The two labels,
 * offensive and neither, are compared apart, because their mix differs between dialects.
 *
 * @param dialects the dialect model
 * @param label 1 for offensive, 2 for neither
 * @param named the word for the label
 */
record DavidsonSet(DialectModel dialects, String label, String named) implements AuditSet {

    @Override
    public String name() {
        return "davidson." + named + ".dialect";
    }

    @Override
    public String corpus() {
        return "thr_davidson17";
    }

    @Override
    public List<Finding> run(Subject subject, CorpusFiles corpus) throws IOException {
        List<AuditCase> cases = new ArrayList<>();
        for (LabelledPost post : CsvCorpus.DAVIDSON.read(corpus)) {
            Dialect dialect =
                    post.label().equals(label) ? dialects.of(post.text()) : Dialect.UNCLEAR;
            if (dialect != Dialect.UNCLEAR) {
                cases.add(Trial.of(post, dialect.label(), "", false, subject));
            }
        }
        return GroupAudit.of(cases);
    }
}
