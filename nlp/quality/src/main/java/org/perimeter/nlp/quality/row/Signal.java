// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

/** A yes or no that an analysis says about a post. */
public enum Signal {
    /** Somebody announces harm. */
    THREAT("threat"),
    /** Violence or a hazard is reported. */
    REPORT("report"),
    /** Either of them: what can raise an alert. */
    ALERT("alert"),
    /** It is about an incident. */
    RELEVANT("relevant");

    private final String label;

    Signal(String label) {
        this.label = label;
    }

    /** The word for it in the names of figures. */
    public String label() {
        return label;
    }

    boolean in(Analysis analysis) {
        ThreatKind kind = analysis.threat().kind();
        return switch (this) {
            case THREAT -> kind == ThreatKind.THREAT;
            case REPORT -> kind == ThreatKind.REPORT;
            case ALERT -> kind != ThreatKind.NONE;
            case RELEVANT -> analysis.relevance().relevant();
        };
    }
}
