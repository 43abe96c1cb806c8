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
import java.util.Set;

/**
 * HateCheck (Röttger and others 2021): threats must fire, what it calls not hateful must not;
 * hateful sentences that threaten nobody take part only in swapping identities. So does abuse of
 * one person or of a group that no law protects, which it calls not hateful for its target alone:
 * "I'll snap your neck" is a threat all the same.
 *
 * @param dialects the dialect model; null to group by the identity that a sentence is about
 */
record HateCheckSet(@Nullable DialectModel dialects) implements AuditSet {

    /** Abuse, some of it violent, of targets that are no protected group. */
    private static final Set<String> ABUSED = Set.of("target_indiv_nh", "target_group_nh");

    @Override
    public String name() {
        return dialects == null ? "hatecheck.identity" : "hatecheck.dialect";
    }

    @Override
    public String corpus() {
        return "thr_hatecheck";
    }

    @Override
    public List<Finding> run(Subject subject, CorpusFiles corpus) throws IOException {
        List<AuditCase> judged = new ArrayList<>();
        List<AuditCase> swapped = new ArrayList<>();
        for (LabelledPost post : CsvCorpus.HATECHECK.read(corpus)) {
            boolean threat = post.label().startsWith("threat_");
            AuditCase one = Trial.of(post, group(post), post.label(), threat, subject);
            swapped.add(one);
            boolean counted =
                    !one.group().isEmpty() && !one.group().equals(Dialect.UNCLEAR.label());
            if (counted && (threat || isHarmless(one))) {
                judged.add(one);
            }
        }
        List<Finding> findings = new ArrayList<>(GroupAudit.of(judged));
        if (dialects == null) {
            findings.add(TemplateAudit.flips(swapped));
            findings.addAll(
                    TemplateAudit.functions(
                            swapped.stream()
                                    .filter(one -> one.shouldFire() || isHarmless(one))
                                    .toList()));
        }
        return findings;
    }

    private static boolean isHarmless(AuditCase one) {
        return one.function().endsWith("_nh") && !ABUSED.contains(one.function());
    }

    private String group(LabelledPost post) {
        return dialects == null ? post.group() : dialects.of(post.text()).label();
    }
}
