// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.NoiseRate;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rules.PlaceRule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

final class OrdinaryLifeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PlaceMention HERE = place(new GeoPoint(10.5, 20.5), 0.9);
    private static final PlaceMention FAR = place(new GeoPoint(50, 20.5), 0.9);
    private static final PlaceMention DOUBTFUL = place(new GeoPoint(10.5, 20.5), 0.1);

    private final Tally tally = new Tally();
    private final OrdinaryLife life =
            new OrdinaryLife(tally, List.of(new BoundingBox(10, 20, 11, 21)));
    private final PlaceRule rule =
            PlaceRule.of(
                    RulebookDraft.parse(
                                    RulebookTemplate.render(
                                            "Example", LocalDate.parse("2026-01-01")))
                            .rulebook()
                            .orElseThrow());

    private static PlaceMention place(GeoPoint point, double confidence) {
        return new PlaceMention(
                "somewhere",
                0,
                9,
                point,
                50,
                PlaceEvidence.TEXT,
                PlaceBasis.STATED,
                PlacePrecision.POINT,
                "test:place",
                confidence);
    }

    private static ThreatFinding shots() {
        return new ThreatFinding(ThreatKind.REPORT, IncidentCategory.SHOOTING, 0.9, 0.9, List.of());
    }

    private double shape() {
        return new TownNoise(tally.counts())
                .rate(ThreatKind.REPORT, CategoryGroup.VIOLENCE, NOON)
                .shape();
    }

    @Test
    void countsWhatIsSaidInTown() {
        // When
        for (int i = 0; i < 12; i++) {
            life.heard(shots(), List.of(FAR, HERE), rule, NOON);
            life.heard(ThreatFinding.none(), List.of(HERE), rule, NOON);
        }

        // Then
        assertThat(shape()).isEqualTo(NoiseRate.UNKNOWN.shape() + 12);
    }

    @Test
    void leavesOutWhatIsSaidOfFarAwayOrOfNowhereForSure() {
        // When
        for (int i = 0; i < 12; i++) {
            life.heard(shots(), List.of(FAR), rule, NOON);
            life.heard(shots(), List.of(DOUBTFUL), rule, NOON);
            life.heard(shots(), List.of(), rule, NOON);
        }

        // Then
        assertThat(tally.counts()).isEmpty();
    }

    @Test
    void countsNothingWithoutARulebook() {
        // When
        life.heard(shots(), List.of(HERE), null, NOON);

        // Then
        assertThat(tally.counts()).isEmpty();
    }
}
