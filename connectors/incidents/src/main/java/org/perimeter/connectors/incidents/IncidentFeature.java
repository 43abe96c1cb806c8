// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.CategoryRule;
import org.perimeter.policy.rules.FenceLife;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads one feature into a statement that does not contradict itself or the rulebook. What its
 * sender may not decide (version, times, the approval of a protected place) has to be well formed
 * and is passed on as said, or not at all.
 */
public final class IncidentFeature {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CASE = 40;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 100;
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

    /** The statement; empty when there are problems, which the fields hold. */
    public Optional<IncidentStatement> read() {
        String id = fields.id(LONGEST_ID);
        boolean exercise = fields.flag("exercise");
        String title = fields.text("title", true, LONGEST_TITLE);
        String caseNumber = fields.text("caseNumber", !exercise, LONGEST_CASE);
        IncidentCategory category = category();
        int priority = (int) fields.integer("priority", DEFAULT_PRIORITY, 1, 5);
        IncidentStatus status = fields.word("status", IncidentStatus.class, IncidentStatus.ACTIVE);
        Fence fence = new FeatureGeometry(fields, rulebook).read();
        IncidentStatement.Times times = times();
        IncidentStatement.Motive motive = motive();
        boolean protectedPlace = fields.flag("protectedPlace");
        fields.flag("protectedPlaceApproved");
        if (!fields.isClean() || category == null || status == null || fence == null) {
            return Optional.empty();
        }
        return Optional.of(
                new IncidentStatement(
                        source + ":" + id,
                        source,
                        caseNumber,
                        title,
                        category,
                        priority,
                        status,
                        fence,
                        protectedPlace,
                        exercise,
                        times,
                        motive));
    }

    private IncidentStatement.Times times() {
        Instant opened = fields.instant("openedAt");
        FenceLife.openingProblem(orElse(opened, now), now)
                .ifPresent(problem -> fields.problem("properties.openedAt", problem));
        Instant updated = fields.instant("updatedAt");
        Instant expires = expiresAt(orElse(opened, now), orElse(updated, now));
        fields.instant("closedAt");
        long written = updated == null ? 0 : updated.toEpochMilli();
        long revision = fields.integer("version", written, 1, Long.MAX_VALUE);
        return new IncidentStatement.Times(opened, expires, revision);
    }

    private IncidentStatement.Motive motive() {
        return new IncidentStatement.Motive(
                fields.text("reason", false, LONGEST_REASON),
                fields.text("supervisor", false, LONGEST_NAME),
                fields.text("reopens", false, LONGEST_ID + LONGEST_NAME));
    }

    private @Nullable IncidentCategory category() {
        IncidentCategory category = fields.word("category", IncidentCategory.class, null);
        if (category != null && !CategoryRule.of(rulebook).allows(category)) {
            fields.problem("properties.category", "is not on the rulebook's list (COL-04)");
        }
        return category;
    }

    private @Nullable Instant expiresAt(Instant opened, Instant updated) {
        Instant stated = fields.instant("expiresAt");
        if (stated != null) {
            FenceLife.of(rulebook)
                    .endProblem(opened, updated, stated)
                    .ifPresent(problem -> fields.problem("properties.expiresAt", problem));
        }
        return stated;
    }

    private static Instant orElse(@Nullable Instant instant, Instant fallback) {
        return instant == null ? fallback : instant;
    }
}
