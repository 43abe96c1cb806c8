// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.policy.model.Analysis;
import org.perimeter.policy.model.ThreatKind;

import java.util.function.Predicate;

/** A yes or no that an analysis says about a post. */
public enum Signal {
    /** Somebody announces harm. */
    THREAT("threat", analysis -> analysis.threat().kind() == ThreatKind.THREAT),
    /** Violence or a hazard is reported. */
    REPORT("report", analysis -> analysis.threat().kind() == ThreatKind.REPORT),
    /** Either of them: what can raise an alert. */
    ALERT("alert", analysis -> analysis.threat().kind() != ThreatKind.NONE),
    /** It is about an incident. */
    RELEVANT("relevant", analysis -> analysis.relevance().relevant());

    private final String label;
    private final Predicate<Analysis> test;

    Signal(String label, Predicate<Analysis> test) {
        this.label = label;
        this.test = test;
    }

    /** The word for it in the names of figures. */
    public String label() {
        return label;
    }

    boolean in(Analysis analysis) {
        return test.test(analysis);
    }
}
