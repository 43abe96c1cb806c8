// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rules.PlaceRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one station knows of incidents, rulebook, ledger and time. It verifies the rulebook itself:
 * a rulebook that lapses while the job runs stops counting at the next tick.
 */
public final class ControlView {

    private static final Logger LOGGER = LoggerFactory.getLogger(ControlView.class);

    private final RulebookReading reading;
    private final Map<String, Incident> incidents = new HashMap<>();
    private Instant now;
    private @Nullable SignedRulebook signed;
    private @Nullable Rulebook verified;
    private ReasonCode status = ReasonCode.NO_RULEBOOK;
    private boolean inForce;
    private @Nullable Instant ledgerDrainedAt;
    private @Nullable Instant retentionDoneAt;

    public ControlView(RulebookReading reading, Instant now) {
        this.reading = reading;
        this.now = now;
    }

    /**
     * Takes an update in.
     *
     * @return whether it said anything new; an old version of an incident does not
     */
    public boolean apply(ControlUpdate update) {
        if (update.kind() != ControlKind.AUTHOR_DELETED && update.at().isAfter(now)) {
            now = update.at();
        }
        return switch (update.kind()) {
            case TICK -> tick(update);
            case RULEBOOK -> update.rulebook() != null && verify(update.rulebook());
            case INCIDENT -> update.incident() != null && keep(update.incident());
            case AUTHOR_DELETED -> true;
        };
    }

    private boolean tick(ControlUpdate tick) {
        now = tick.at();
        ledgerDrainedAt = tick.ledgerDrainedAt();
        retentionDoneAt = tick.retentionDoneAt();
        boolean stillInForce = verified != null && verified.isInForce(now);
        if (verified != null && inForce && !stillInForce) {
            status = ReasonCode.RULEBOOK_EXPIRED;
            LOGGER.atWarn().addKeyValue("rulebook", verified.hash()).log("the rulebook has lapsed");
        }
        inForce = stillInForce;
        return true;
    }

    private boolean verify(SignedRulebook candidate) {
        if (candidate.equals(signed)) {
            return false;
        }
        signed = candidate;
        RulebookCheck check = reading.read(candidate, now);
        if (check instanceof RulebookCheck.Valid valid) {
            verified = valid.rulebook();
            inForce = true;
            status = ReasonCode.ALLOWED;
        } else if (check instanceof RulebookCheck.Invalid invalid) {
            verified = null;
            inForce = false;
            status = invalid.reason();
            LOGGER.atWarn()
                    .addKeyValue("rulebook", candidate.hash())
                    .addKeyValue("reason", invalid.reason())
                    .log("the rulebook does not govern");
        }
        return true;
    }

    private boolean keep(Incident incident) {
        Incident known = incidents.get(incident.id());
        if (known != null && known.version() >= incident.version()) {
            return false;
        }
        incidents.put(incident.id(), incident);
        return true;
    }

    /** The rulebook in force; null when there is none. */
    public @Nullable Rulebook rulebook() {
        return inForce ? verified : null;
    }

    /** Which places may admit a post; null when no rulebook is in force. */
    public @Nullable PlaceRule placeRule() {
        Rulebook rulebook = rulebook();
        return rulebook == null ? null : PlaceRule.of(rulebook);
    }

    /** {@link ReasonCode#ALLOWED} when a rulebook is in force, otherwise why none is. */
    public ReasonCode rulebookStatus() {
        return status;
    }

    /** Whether any rulebook was delivered, valid or not. */
    public boolean hasRulebook() {
        return signed != null;
    }

    /** When the ledger's inbox was last drained; null for never. */
    public @Nullable Instant ledgerDrainedAt() {
        return ledgerDrainedAt;
    }

    /** When retention last did all that was due; null for never. */
    public @Nullable Instant retentionDoneAt() {
        return retentionDoneAt;
    }

    /** The newest time that the control stream has told. */
    public Instant now() {
        return now;
    }

    /** The incident with this id; null when it is not known. */
    public @Nullable Incident incident(String id) {
        return incidents.get(id);
    }

    /** All known incidents, in no particular order. */
    public List<Incident> incidents() {
        return new ArrayList<>(incidents.values());
    }

    /** Whether any incident is live now. */
    public boolean anyLive() {
        for (Incident incident : incidents.values()) {
            if (incident.isLive(now)) {
                return true;
            }
        }
        return false;
    }
}
