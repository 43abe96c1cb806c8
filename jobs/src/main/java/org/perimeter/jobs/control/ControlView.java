// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.RulebookVersions;
import org.perimeter.policy.rules.PlaceRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one station knows of incidents, rulebook, ledger and time. It verifies the rulebook itself.
 *
 * <p>Time is the wall clock's, or what the control stream has told where that is ahead. So what
 * lapses with time lapses also while the store hangs and nothing is told.
 */
public final class ControlView {

    private static final Logger LOGGER = LoggerFactory.getLogger(ControlView.class);

    private final ControlReading reading;
    private final InstantSource clock;
    private final Map<String, Incident> incidents = new HashMap<>();
    private Instant told = Instant.MIN;
    private @Nullable Incident lastLive;
    private @Nullable SignedRulebook signed;
    private @Nullable String newest;
    private @Nullable Rulebook verified;
    private ReasonCode status = ReasonCode.NO_RULEBOOK;
    private @Nullable PlaceRule placeRule;
    private boolean inForce;
    private long askedAt;
    private @Nullable Instant ledgerDrainedAt;
    private @Nullable Instant retentionDoneAt;

    /**
     * @param clock the wall clock
     */
    public ControlView(ControlReading reading, InstantSource clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Takes an update in.
     *
     * @return whether it said anything new; an old version of an incident does not
     */
    public boolean apply(ControlUpdate update) {
        if (update.kind() != ControlKind.AUTHOR_DELETED && update.at().isAfter(told)) {
            told = update.at();
        }
        return switch (update.kind()) {
            case TICK -> tick(update);
            case RULEBOOK -> update.rulebook() != null && verify(update.rulebook());
            case INCIDENT -> update.incident() != null && keep(update.incident());
            case AUTHOR_DELETED -> true;
        };
    }

    private boolean tick(ControlUpdate tick) {
        // The clock may have been set back: then what was told before counts no more.
        told = tick.at();
        ledgerDrainedAt = tick.ledgerDrainedAt();
        retentionDoneAt = tick.retentionDoneAt();
        return true;
    }

    private boolean verify(SignedRulebook candidate) {
        if (candidate.equals(signed)) {
            return false;
        }
        signed = candidate;
        RulebookCheck check = reading.read(candidate, now());
        if (check instanceof RulebookCheck.Valid valid && !isOlder(valid.rulebook())) {
            verified = valid.rulebook();
            newest = verified.head().version();
            placeRule = PlaceRule.of(verified);
            inForce = true;
            askedAt = Long.MIN_VALUE;
            status = ReasonCode.ALLOWED;
        } else {
            verified = null;
            status =
                    check instanceof RulebookCheck.Invalid invalid
                            ? invalid.reason()
                            : ReasonCode.RULEBOOK_OLDER;
            LOGGER.atWarn()
                    .addKeyValue("rulebook", candidate.hash())
                    .addKeyValue("reason", status)
                    .log("the rulebook does not govern");
        }
        return true;
    }

    /** What was replaced does not come back, whoever wrote it into the store. */
    @Control("GOV-01")
    private boolean isOlder(Rulebook rulebook) {
        return newest != null
                && RulebookVersions.ORDER.compare(rulebook.head().version(), newest) < 0;
    }

    private boolean keep(Incident incident) {
        Incident known = incidents.get(incident.id());
        if (known != null && (known.version() > incident.version() || known.equals(incident))) {
            return false;
        }
        incidents.put(incident.id(), incident);
        return true;
    }

    /** The rulebook in force; null when there is none. */
    public @Nullable Rulebook rulebook() {
        return verified != null && inForce(verified) ? verified : null;
    }

    /** Whether it has lapsed is a question of days; to ask once a second is enough. */
    private boolean inForce(Rulebook rulebook) {
        Instant now = now();
        if (now.getEpochSecond() != askedAt) {
            askedAt = now.getEpochSecond();
            boolean before = inForce;
            inForce = rulebook.isInForce(now);
            if (before && !inForce) {
                LOGGER.atWarn()
                        .addKeyValue("rulebook", rulebook.hash())
                        .log("the rulebook has lapsed");
            }
        }
        return inForce;
    }

    /** Which places may admit a post; null when no rulebook is in force. */
    public @Nullable PlaceRule placeRule() {
        return rulebook() == null ? null : placeRule;
    }

    /** {@link ReasonCode#ALLOWED} when a rulebook is in force, otherwise why none is. */
    public ReasonCode rulebookStatus() {
        return verified != null && rulebook() == null ? ReasonCode.RULEBOOK_EXPIRED : status;
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

    /** Now, by the wall clock or by the control stream, whichever is ahead. */
    public Instant now() {
        Instant wall = clock.instant();
        return wall.isAfter(told) ? wall : told;
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
        Instant now = now();
        Incident known = lastLive == null ? null : incidents.get(lastLive.id());
        if (known != null && known.isLive(now)) {
            return true;
        }
        lastLive = null;
        for (Incident incident : incidents.values()) {
            if (incident.isLive(now)) {
                lastLive = incident;
                return true;
            }
        }
        return false;
    }
}
