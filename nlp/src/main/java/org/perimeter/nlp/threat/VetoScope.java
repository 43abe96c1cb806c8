// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

/** How far a veto reaches. */
enum VetoScope {
    /** Only evidence that shares a token with the veto. */
    OVERLAP,
    /** Evidence in the same sentence. */
    SENTENCE,
    /** All evidence of the post. */
    POST
}
