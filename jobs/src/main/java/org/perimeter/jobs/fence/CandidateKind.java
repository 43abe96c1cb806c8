// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

/** What the admission gate is asked to do for one incident. */
public enum CandidateKind {
    /** Judge a post that lies inside the fence. */
    MATCHED,
    /** Erase the post if it is held. */
    WITHDRAW_POST,
    /** Erase every post of the author that is held. */
    WITHDRAW_AUTHOR
}
