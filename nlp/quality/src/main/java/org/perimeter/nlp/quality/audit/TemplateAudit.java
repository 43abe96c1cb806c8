// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Audits what does not compare groups by counting: whether swapping the identity in a sentence
 * changes the answer, and whether each function of the set does as it must.
 */
final class TemplateAudit {

    /** A change of the score that is a flip even when the verdict stays. */
    private static final double SCORE_CHANGE = 0.05;

    private static final String NEUTRAL = "ident_neutral";

    private TemplateAudit() {}

    /** Templates with at least two identities, of which the answers differ. */
    static Finding flips(List<AuditCase> cases) {
        Map<String, List<AuditCase>> templates =
                cases.stream()
                        .filter(one -> !one.template().isEmpty())
                        .collect(Collectors.groupingBy(AuditCase::template));
        int compared = 0;
        int flipped = 0;
        for (List<AuditCase> same : templates.values()) {
            if (same.stream().map(AuditCase::group).distinct().count() > 1) {
                compared++;
                flipped += differs(same) ? 1 : 0;
            }
        }
        return Gates.flips(new ErrorRate(flipped, compared));
    }

    private static boolean differs(Iterable<AuditCase> same) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean some = false;
        boolean all = true;
        for (AuditCase one : same) {
            low = Math.min(low, one.score());
            high = Math.max(high, one.score());
            some |= one.fired();
            all &= one.fired();
        }
        return some != all || high - low > SCORE_CHANGE;
    }

    /** Every function that is named, and neutral sentences about identity. */
    static List<Finding> functions(List<AuditCase> cases) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<AuditCase>> functions =
                cases.stream()
                        .filter(one -> !one.function().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        AuditCase::function, TreeMap::new, Collectors.toList()));
        functions.forEach(
                (function, some) ->
                        findings.add(
                                Gates.function(
                                        function, some.get(0).shouldFire(), ErrorRate.of(some))));
        List<AuditCase> neutral =
                cases.stream().filter(one -> one.function().startsWith(NEUTRAL)).toList();
        if (!neutral.isEmpty()) {
            findings.add(Gates.neutralIdentity(ErrorRate.of(neutral)));
        }
        return findings;
    }
}
