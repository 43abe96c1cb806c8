// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

/** How far a veto reaches. */
public enum VetoScope {
    /** Only evidence that shares a token with the veto. */
    OVERLAP,
    /** RuleEvidence in the same sentence. */
    SENTENCE,
    /** All evidence of the post. */
    POST
}
