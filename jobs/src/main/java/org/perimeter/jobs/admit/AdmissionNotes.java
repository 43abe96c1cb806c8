// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.perimeter.policy.model.decision.PolicyDecision;

/** Hears what the desk did for the current incident. */
interface AdmissionNotes {

    /** The gate decided about a post. */
    void decided(PolicyDecision decision, boolean waited) throws Exception;

    /** A post was stored. */
    void stored(String documentId) throws Exception;

    /** A post was erased. */
    void erased(String documentId) throws Exception;
}
