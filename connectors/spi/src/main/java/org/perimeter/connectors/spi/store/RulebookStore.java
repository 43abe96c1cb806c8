// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.decision.SignedRulebook;

import java.util.Optional;

/** The current rulebook as a document; readers verify its signatures themselves. */
public interface RulebookStore {

    /** Makes this the current rulebook. */
    void activate(SignedRulebook rulebook);

    /** The current rulebook, read in real time; empty before the first activation. */
    Optional<SignedRulebook> current();
}
