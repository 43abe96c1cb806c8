// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;

/** Reads a post beside the other incidents in whose fences it lies too. */
final class Rivals {

    private final ControlView control;
    private final CloseStation closely;

    Rivals(ControlView control, CloseStation closely) {
        this.control = control;
        this.closely = closely;
    }

    /**
     * Natural log odds that the post is about the likeliest of the others that are still live; null
     * where there is none, or where it cannot be read closely.
     */
    @Nullable Double strongest(Candidate candidate) {
        Post post = candidate.event().post();
        Analysis first = candidate.analysis();
        if (post == null || first == null) {
            return null;
        }
        Double strongest = null;
        for (String id : candidate.rivals()) {
            Incident rival = control.incident(id);
            if (rival != null && rival.isLive(control.now())) {
                CloseReading close = closely.read(post, first, rival).close();
                Double logOdds = close == null ? null : close.aboutLogOdds();
                if (logOdds != null && (strongest == null || logOdds > strongest)) {
                    strongest = logOdds;
                }
            }
        }
        return strongest;
    }
}
