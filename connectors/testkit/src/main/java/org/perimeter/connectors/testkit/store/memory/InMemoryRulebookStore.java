// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.RulebookStore;
import org.perimeter.policy.model.decision.SignedRulebook;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The current rulebook in memory. */
public final class InMemoryRulebookStore implements RulebookStore {

    private final AtomicReference<@Nullable SignedRulebook> current = new AtomicReference<>();
    private final WriteFaults faults = new WriteFaults();

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void activate(SignedRulebook rulebook) {
        faults.check();
        current.set(rulebook);
    }

    @Override
    public Optional<SignedRulebook> current() {
        faults.check();
        return Optional.ofNullable(current.get());
    }
}
