// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which of the incidents in the store the stations hear of: a live one when the docket
 * vouches for it, and one that is over without, because an end needs no leave. Not for more than
 * one thread.
 */
final class VouchedIncidents {

    private static final Logger LOGGER = LoggerFactory.getLogger(VouchedIncidents.class);

    /**
     * How long a version that was vouched for goes on while the docket names another: entry and
     * document are not written in the same instant.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A forged number must not outdo the genuine version that follows it. */
    private static final long UNHEARD = 0;

    private final Map<String, Case> cases = new HashMap<>();
    private @Nullable Docket docket;

    /** What is known of one incident. */
    private static final class Case {

        private Incident newest;
        private @Nullable Incident told;
        private @Nullable Instant unvouchedSince;

        Case(Incident newest) {
            this.newest = newest;
        }
    }

    /** Takes a docket, unless it is older than the one that is known. */
    void take(@Nullable Docket other) {
        if (docket == null || (other != null && !other.at().isBefore(docket.at()))) {
            docket = other;
        }
    }

    /** When the docket was made; null without one. */
    @Nullable Instant vouchedAt() {
        return docket == null ? null : docket.at();
    }

    /** Takes what the store holds. */
    void see(Collection<Incident> read) {
        for (Incident incident : read) {
            Case known = cases.get(incident.id());
            if (known == null) {
                cases.put(incident.id(), new Case(incident));
            } else if (known.newest.version() <= incident.version() || isVouchedFor(incident)) {
                // What the docket names is the newest, whatever was seen in the store before.
                known.newest = incident;
            }
        }
    }

    /** What the stations have to hear now that they did not hear before. */
    @Control({"COL-01", "AUD-01"})
    List<Incident> news(Instant now) {
        List<Incident> news = new ArrayList<>();
        for (Case one : cases.values()) {
            Incident next = next(one, now);
            if (next != null && !next.equals(one.told)) {
                one.told = next;
                news.add(next);
            }
        }
        return news;
    }

    private @Nullable Incident next(Case one, Instant now) {
        Incident told = one.told;
        Incident newest = one.newest;
        boolean same = told != null && told.equals(newest);
        boolean newer = told == null || told.version() <= newest.version();
        if (!newest.isLive(now)) {
            one.unvouchedSince = null;
            return newer && !same && isEnd(newest, told, now) ? newest : null;
        }
        if (newer && isVouchedFor(newest)) {
            one.unvouchedSince = null;
            return newest;
        }
        if (told != null && told.isLive(now) && isVouchedFor(told)) {
            // Something newer lies in the store that the ledger does not have: it changes nothing.
            one.unvouchedSince = null;
            return null;
        }
        return withheld(one, now);
    }

    /**
     * What is live by its document alone, as over: whoever has only just begun to listen may hold
     * posts of it from before, and deletes must reach them. It may still be vouched for.
     */
    List<Incident> withheld(Instant now) {
        return cases.values().stream()
                .filter(one -> one.told == null && one.newest.isLive(now))
                .map(one -> one.newest.withheldAt(now, UNHEARD))
                .toList();
    }

    /** An incident that waits is not told past one that collects. */
    private boolean isEnd(Incident newest, @Nullable Incident told, Instant now) {
        boolean collects = told != null && told.isLive(now) && isVouchedFor(told);
        return !collects || newest.status() != IncidentStatus.PENDING;
    }

    private @Nullable Incident withheld(Case one, Instant now) {
        if (one.unvouchedSince == null) {
            one.unvouchedSince = now;
        }
        boolean waits = !one.unvouchedSince.plus(PATIENCE).isBefore(now);
        boolean toldAlready = one.told != null && !one.told.isLive(now);
        if (waits || toldAlready) {
            return null;
        }
        LOGGER.atError()
                .addKeyValue("incident", one.newest.id())
                .log("the ledger does not have this incident: nothing is collected for it");
        return one.told == null
                ? one.newest.withheldAt(now, UNHEARD)
                : one.told.withheldAt(now, one.told.version());
    }

    private boolean isVouchedFor(Incident incident) {
        return docket != null && docket.vouchesFor(incident);
    }
}
