// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads one feature into an incident that the rulebook allows. */
public final class IncidentFeature {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CASE = 40;
    private static final int DEFAULT_PRIORITY = 3;

    /** How far ahead of ours the clock of a dispatch system may be. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final FeatureFields fields;
    private final String source;
    private final Rulebook rulebook;
    private final Instant now;

    public IncidentFeature(FeatureFields fields, String source, Rulebook rulebook, Instant now) {
        this.fields = fields;
        this.source = source;
        this.rulebook = rulebook;
        this.now = now;
    }

    /** The incident; empty when there are problems, which the fields hold. */
    public Optional<Incident> read() {
        String id = fields.id(LONGEST_ID);
        boolean exercise = fields.flag("exercise");
        String title = fields.text("title", true, LONGEST_TITLE);
        String caseNumber = fields.text("caseNumber", !exercise, LONGEST_CASE);
        IncidentCategory category = category();
        int priority = (int) fields.integer("priority", DEFAULT_PRIORITY, 1, 5);
        IncidentStatus status = fields.word("status", IncidentStatus.class, IncidentStatus.ACTIVE);
        Fence fence = new FeatureGeometry(fields, rulebook).read();
        Instant opened = openedAt();
        Instant updated = orElse(fields.instant("updatedAt"), now);
        Instant expires = expiresAt(opened, updated);
        Instant closed = orElse(fields.instant("closedAt"), updated);
        long version = fields.integer("version", updated.toEpochMilli(), 1, Long.MAX_VALUE);
        boolean protectedPlace = fields.flag("protectedPlace");
        boolean approved = fields.flag("protectedPlaceApproved");
        if (!fields.isClean() || category == null || status == null || fence == null) {
            return Optional.empty();
        }
        boolean over = status == IncidentStatus.CLOSED || status == IncidentStatus.CANCELLED;
        return Optional.of(
                new Incident(
                        source + ":" + id,
                        source,
                        caseNumber,
                        title,
                        category,
                        priority,
                        status,
                        fence,
                        opened,
                        updated,
                        expires,
                        over ? closed : null,
                        protectedPlace,
                        approved,
                        exercise,
                        version));
    }

    private @Nullable IncidentCategory category() {
        IncidentCategory category = fields.word("category", IncidentCategory.class, null);
        if (category != null && !rulebook.categories().contains(category)) {
            fields.problem("properties.category", "is not on the rulebook's list (COL-04)");
        }
        return category;
    }

    private Instant openedAt() {
        Instant opened = orElse(fields.instant("openedAt"), now);
        if (opened.isAfter(now.plus(CLOCK_SKEW))) {
            fields.problem("properties.openedAt", "lies in the future");
        }
        return opened;
    }

    /**
     * Control COL-03: each update may give the fence so many hours from then on, and none may carry
     * it beyond the hard stop.
     */
    private Instant expiresAt(Instant opened, Instant updated) {
        Duration life = hours(RuleId.FENCE_LIFE);
        Instant stop = opened.plus(hours(RuleId.FENCE_STOP));
        Instant stated = fields.instant("expiresAt");
        if (stated == null) {
            return opened.plus(life);
        }
        Instant from = updated.isAfter(opened) ? updated : opened;
        String path = "properties.expiresAt";
        if (!stated.isAfter(opened)) {
            fields.problem(path, "must be after openedAt");
        } else if (stated.isAfter(stop)) {
            fields.problem(path, "is beyond the hard stop of COL-03.stop");
        } else if (stated.isAfter(from.plus(life))) {
            fields.problem(path, "is further ahead than one renewal of COL-03 allows");
        }
        return stated;
    }

    private Duration hours(String ruleId) {
        return Duration.ofSeconds(Math.round(rulebook.value(ruleId) * 3600));
    }

    private static Instant orElse(@Nullable Instant instant, Instant fallback) {
        return instant == null ? fallback : instant;
    }
}
