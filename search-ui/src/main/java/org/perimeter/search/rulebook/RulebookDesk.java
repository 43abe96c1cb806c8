// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.rulebook;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.RulebookStore;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.rulebook.RulebookVersions;
import org.perimeter.policy.yaml.YamlProblem;
import org.perimeter.search.access.AuditEvent;
import org.perimeter.search.access.AuditLog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the rulebook of this deployment. One that is not valid is never activated; the one that was
 * in force before stays until its own sunset (control GOV-01).
 */
public final class RulebookDesk {

    private static final String RULE = "GOV-01";
    private static final String ACTOR = "console";

    private final Path folder;
    private final RulebookLoader loader;
    private final RulebookStore store;
    private final Clock clock;
    private volatile RulebookState state =
            new RulebookState(null, ReasonCode.NO_RULEBOOK, List.of());

    /**
     * @param folder with {@code rulebook.yaml} and {@code SIGNATURES}
     * @param loader verifies
     * @param store where the other processes find the current rulebook
     * @param clock wall clock
     */
    public RulebookDesk(Path folder, RulebookLoader loader, RulebookStore store, Clock clock) {
        this.folder = folder;
        this.loader = loader;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads the folder and activates what it holds when that is valid and not active already.
     *
     * @throws org.perimeter.search.access.AuditUnavailableException when the ledger cannot record
     *     the activation; nothing is activated then
     */
    public void open(AuditLog audit) {
        Instant now = clock.instant();
        Optional<SignedRulebook> current = store.current();
        SignedRulebook offered;
        RulebookCheck check;
        try {
            offered = RulebookFolder.read(folder, now);
            check = loader.load(offered, now);
        } catch (IOException e) {
            refuse(
                    new RulebookCheck.Invalid(
                            ReasonCode.NO_RULEBOOK,
                            List.of(
                                    new YamlProblem(
                                            RulebookFolder.RULEBOOK, "the file cannot be read"))),
                    current,
                    now);
            return;
        }
        if (check instanceof RulebookCheck.Valid valid) {
            RulebookCheck.Invalid older = older(valid.rulebook(), current.orElse(null));
            if (older == null) {
                activate(offered, valid.rulebook(), current, audit);
            } else {
                refuse(older, current, now);
            }
        } else if (check instanceof RulebookCheck.Invalid invalid) {
            refuse(invalid, current, now);
        }
    }

    /**
     * Versions only grow: what agency and board once signed and replaced must not come back behind
     * their backs. The rulebook of the store counts as of the day on which it was activated.
     */
    @Control("GOV-01")
    private RulebookCheck.@Nullable Invalid older(
            Rulebook offered, @Nullable SignedRulebook current) {
        if (current == null
                || !(loader.load(current, current.activatedAt())
                        instanceof RulebookCheck.Valid before)
                || before.rulebook().hash().equals(offered.hash())) {
            return null;
        }
        String known = before.rulebook().head().version();
        return RulebookVersions.ORDER.compare(offered.head().version(), known) > 0
                ? null
                : new RulebookCheck.Invalid(
                        ReasonCode.RULEBOOK_OLDER,
                        List.of(
                                new YamlProblem(
                                        "version",
                                        "other rules under version "
                                                + known
                                                + " govern already; give these a higher one and"
                                                + " have them signed")));
    }

    /** The rulebook that governs now; empty when none does. */
    public Optional<Rulebook> inForce() {
        Rulebook known = state.rulebook();
        return known != null && known.isInForce(clock.instant())
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The last rulebook that was valid, whether or not it has lapsed since. */
    public Optional<Rulebook> known() {
        return Optional.ofNullable(state.rulebook());
    }

    /** Why no rulebook governs; null when one does. */
    public @Nullable ReasonCode reason() {
        if (inForce().isPresent()) {
            return null;
        }
        return state.rulebook() == null ? state.reason() : ReasonCode.RULEBOOK_EXPIRED;
    }

    /** What is wrong with the rulebook in the folder; empty when nothing is. */
    public List<YamlProblem> problems() {
        return state.problems();
    }

    /** Names of those whose signatures make the rulebook valid that governs or last did. */
    public List<String> signers() {
        return state.rulebook() == null ? List.of() : loader.signers();
    }

    /** Hash of the rulebook that governs now; empty text when none does. */
    public String hash() {
        return inForce().map(Rulebook::hash).orElse("");
    }

    private void activate(
            SignedRulebook offered,
            Rulebook rulebook,
            Optional<SignedRulebook> current,
            AuditLog audit) {
        String before = current.map(SignedRulebook::hash).orElse("");
        boolean sameText =
                current.isPresent()
                        && current.get().yaml().equals(offered.yaml())
                        && current.get().signatures().equals(offered.signatures());
        if (!before.equals(rulebook.hash())) {
            audit.record(
                    new AuditEvent(
                            LedgerEntryType.RULEBOOK_ACTIVATE,
                            RULE,
                            Outcome.ALLOW,
                            ACTOR,
                            Map.of(
                                    "hash", rulebook.hash(),
                                    "replaces", before,
                                    "version", rulebook.head().version(),
                                    "sunset", rulebook.sunset().toString())),
                    rulebook.hash());
        }
        if (!sameText) {
            store.activate(offered);
        }
        state = new RulebookState(rulebook, null, List.of());
    }

    private void refuse(
            RulebookCheck.Invalid invalid, Optional<SignedRulebook> current, Instant now) {
        Rulebook before = null;
        if (current.isPresent()
                && loader.load(current.get(), now) instanceof RulebookCheck.Valid valid) {
            before = valid.rulebook();
        }
        state = new RulebookState(before, invalid.reason(), invalid.problems());
    }

    /** What is known; replaced whole. */
    private record RulebookState(
            @Nullable Rulebook rulebook, @Nullable ReasonCode reason, List<YamlProblem> problems) {}
}
