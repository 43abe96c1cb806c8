// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.review;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.alerting.AlertHypothesis;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.alerting.AlertRuleName;
import org.perimeter.policy.alerting.Weighing;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.rules.AlertGate;

import java.util.ArrayList;
import java.util.List;

/** Judges all hypotheses about an incident anew, after anything about it changed. */
public final class AlertReview {

    private final ReviewTerms terms;

    private AlertReview(ReviewTerms terms) {
        this.terms = terms;
    }

    /** Judges a memory; a pure function of the two. */
    public static Reviewed of(AlertMemory memory, ReviewTerms terms) {
        return new AlertReview(terms).review(memory);
    }

    private Reviewed review(AlertMemory memory) {
        AlertMemory after = memory;
        List<Alert> changed = new ArrayList<>();
        for (AlertHypothesis hypothesis : memory.hypotheses()) {
            Alert alert = judge(hypothesis, memory);
            if (alert != null && !alert.equals(hypothesis.alert())) {
                after = after.with(hypothesis.withAlert(alert));
                changed.add(alert);
            }
        }
        return new Reviewed(after, changed);
    }

    private @Nullable Alert judge(AlertHypothesis hypothesis, AlertMemory memory) {
        Alert before = hypothesis.alert();
        Weighing weighing =
                Weighing.of(
                        hypothesis,
                        memory.denials(),
                        terms.incident().category(),
                        terms.rules().window());
        AlertState called =
                AlertGate.decide(
                        before == null ? null : before.state(),
                        weighing,
                        chance(hypothesis, weighing),
                        terms.past(AlertRuleName.of(hypothesis.kind(), hypothesis.group()))
                                .isSurelyBelow(terms.rules().floor()),
                        terms.rules());
        AlertState ended = AlertGate.decide(terms.incident(), terms.now());
        if (called == null || (before == null && ended != null)) {
            return null;
        }
        AlertState state = ended == null || called == AlertState.RETRACTED ? called : ended;
        return AlertVersions.next(hypothesis, weighing, state, terms);
    }

    private double chance(AlertHypothesis hypothesis, @Nullable Weighing weighing) {
        if (weighing == null) {
            return 1;
        }
        return terms.noise()
                .rate(hypothesis.kind(), hypothesis.group(), weighing.families().get(0).firstAt())
                .chance(weighing.voices(), terms.rules().window(), terms.fenceShare());
    }
}
