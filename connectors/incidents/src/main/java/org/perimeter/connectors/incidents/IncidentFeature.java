// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.CategoryRule;
import org.perimeter.policy.rules.FenceLife;

import java.time.Instant;
import java.util.Optional;

/** Reads one feature into an incident that the rulebook allows. */
public final class IncidentFeature {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CASE = 40;
    private static final int DEFAULT_PRIORITY = 3;

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
        if (category != null && !CategoryRule.of(rulebook).allows(category)) {
            fields.problem("properties.category", "is not on the rulebook's list (COL-04)");
        }
        return category;
    }

    private Instant openedAt() {
        Instant opened = orElse(fields.instant("openedAt"), now);
        FenceLife.openingProblem(opened, now)
                .ifPresent(problem -> fields.problem("properties.openedAt", problem));
        return opened;
    }

    private Instant expiresAt(Instant opened, Instant updated) {
        FenceLife life = FenceLife.of(rulebook);
        Instant stated = fields.instant("expiresAt");
        if (stated == null) {
            return life.unstatedEnd(opened);
        }
        life.endProblem(opened, updated, stated)
                .ifPresent(problem -> fields.problem("properties.expiresAt", problem));
        return stated;
    }

    private static Instant orElse(@Nullable Instant instant, Instant fallback) {
        return instant == null ? fallback : instant;
    }
}
