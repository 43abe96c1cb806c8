// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.row.Subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sentence templates of Dixon and others 2018, filled with identity terms. Only {@code kill},
 * {@code murder} and {@code destroy} before an identity are a threat; every other sentence, however
 * rude, must not fire.
 *
 * @param terms the identity terms
 * @param dialects the dialect model; null to group by identity term
 */
record MadlibsSet(IdentityTerms terms, @Nullable DialectModel dialects) implements AuditSet {

    private static final String COMMANDS = "verb_adj";
    private static final Set<String> VIOLENT = Set.of("kill", "murder", "destroy");

    @Override
    public String name() {
        return dialects == null ? "madlibs.identity" : "madlibs.dialect";
    }

    @Override
    public String corpus() {
        return "bias_madlibs";
    }

    @Override
    public List<Finding> run(Subject subject, CorpusFiles corpus) throws IOException {
        List<AuditCase> cases = new ArrayList<>();
        for (LabelledPost post : CsvCorpus.MADLIBS.read(corpus)) {
            String term = terms.in(post.text());
            String group = dialects == null ? term : dialects.of(post.text()).label();
            if (!term.isEmpty() && !group.equals(Dialect.UNCLEAR.label())) {
                LabelledPost masked =
                        new LabelledPost(
                                post.text(), post.label(), term, terms.mask(post.text(), term));
                cases.add(Trial.of(masked, group, "", isThreat(post), subject));
            }
        }
        List<Finding> findings = new ArrayList<>(GroupAudit.of(cases));
        if (dialects == null) {
            findings.add(TemplateAudit.flips(cases));
        }
        return findings;
    }

    private static boolean isThreat(LabelledPost post) {
        String first = post.text().toLowerCase(Locale.ROOT).split(" ", 2)[0];
        return post.label().equals(COMMANDS) && VIOLENT.contains(first);
    }
}
