// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.row.Subject;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

/** Runs one test text: fired means that an alert could be raised, as report or as threat. */
final class Trial {

    private Trial() {}

    static AuditCase of(
            LabelledPost post, String group, String function, boolean shouldFire, Subject subject) {
        Analysis analysis = subject.analyze(post.text());
        return new AuditCase(
                group,
                function,
                post.template(),
                shouldFire,
                analysis.threat().kind() != ThreatKind.NONE,
                analysis.threat().score());
    }
}
