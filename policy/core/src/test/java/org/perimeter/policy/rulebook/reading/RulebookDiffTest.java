// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookFixture;
import org.perimeter.policy.rulebook.reading.RulebookChange.Effect;

import java.util.List;

/** Control GOV-02: which changes let more through. */
final class RulebookDiffTest {

    private final Rulebook shipped = RulebookFixture.rulebook();

    @Test
    void findsNothingBetweenARulebookAndItself() {
        // Given
        Rulebook same = RulebookFixture.rulebook();

        // When
        List<RulebookChange> changes = RulebookDiff.between(shipped, same);

        // Then
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COL-02, 3, 2 km, 3 km, LOOSENS",
        "COL-02, 1.5, 2 km, 1.5 km, TIGHTENS",
        "COL-08.confidence, 0.4, 0.5 ratio, 0.4 ratio, LOOSENS",
        "OUT-03.raise, 3, 2 authors, 3 authors, TIGHTENS"
    })
    @Control("GOV-02")
    void classifiesNumbersByTheirDirection(
            String ruleId, String value, String before, String after, Effect effect) {
        // Given
        Rulebook changed = RulebookFixture.withValue(ruleId, value);

        // When
        List<RulebookChange> changes = RulebookDiff.between(shipped, changed);

        // Then
        assertThat(changes).containsExactly(new RulebookChange(ruleId, before, after, effect));
    }

    @Test
    @Control("GOV-02")
    void aRuleThatIsLeftOutIsComparedWithTheOneThatHoldsInstead() {
        // Given
        Rulebook older = RulebookFixture.withoutRule("COL-02.position");
        double asked = shipped.value("COL-02.position");
        String number = PlainNumber.format(asked) + " ratio";

        // When
        List<RulebookChange> added = RulebookDiff.between(older, shipped);
        List<RulebookChange> leftOut = RulebookDiff.between(shipped, older);

        // Then
        assertThat(older.value("COL-02.position")).isEqualTo(shipped.value("COL-02.about"));
        assertThat(asked).isGreaterThan(shipped.value("COL-02.about"));
        assertThat(added)
                .containsExactly(
                        new RulebookChange("COL-02.position", "", number, Effect.TIGHTENS));
        assertThat(leftOut)
                .containsExactly(new RulebookChange("COL-02.position", number, "", Effect.LOOSENS));
    }

    @Test
    @Control("GOV-02")
    void aRuleThatComparesIncidentsTightensWhereThereWasNone() {
        // Given
        Rulebook older = RulebookFixture.withoutRule("COL-02.rival");

        // When
        List<RulebookChange> added = RulebookDiff.between(older, shipped);
        List<RulebookChange> leftOut = RulebookDiff.between(shipped, older);

        // Then
        assertThat(older.value("COL-02.rival")).isZero();
        assertThat(added).extracting(RulebookChange::effect).containsExactly(Effect.TIGHTENS);
        assertThat(leftOut).extracting(RulebookChange::effect).containsExactly(Effect.LOOSENS);
    }

    @Test
    @Control({"GOV-02", "IDN-01"})
    void storedTimesStayRoundedInARulebookThatDoesNotSpeakOfThem() {
        // Given
        Rulebook older = RulebookFixture.withoutRule("IDN-01.time");
        Rulebook coarser = RulebookFixture.withValue("IDN-01.time", "10");

        // When
        List<RulebookChange> added = RulebookDiff.between(older, shipped);
        List<RulebookChange> finer = RulebookDiff.between(coarser, shipped);

        // Then
        assertThat(older.value("IDN-01.time")).isEqualTo(shipped.value("IDN-01.time"));
        assertThat(added).extracting(RulebookChange::effect).containsExactly(Effect.NEUTRAL);
        assertThat(finer).extracting(RulebookChange::effect).containsExactly(Effect.LOOSENS);
    }

    @Test
    @Control({"GOV-02", "IDN-02"})
    void aRegionThatGoesLoosensAndOneThatComesTightens() {
        // Given
        Rulebook moved = RulebookFixture.withRegions("CA", "MX");

        // When
        List<RulebookChange> changes = RulebookDiff.between(shipped, moved);

        // Then
        assertThat(changes)
                .containsExactly(
                        new RulebookChange("region US", "listed", "", Effect.LOOSENS),
                        new RulebookChange("region CA", "", "listed", Effect.TIGHTENS),
                        new RulebookChange("region MX", "", "listed", Effect.TIGHTENS));
    }

    @Test
    @Control("GOV-02")
    void aCategoryThatComesBackLoosens() {
        // Given
        Rulebook without = RulebookFixture.withoutCategory(IncidentCategory.FIRE);

        // When
        List<RulebookChange> changes = RulebookDiff.between(without, shipped);

        // Then
        assertThat(changes)
                .containsExactly(new RulebookChange("category FIRE", "", "listed", Effect.LOOSENS));
    }

    @Test
    @Control("GOV-02")
    void aSourceThatIsAllowedLoosens() {
        // Given
        String yaml = RulebookFixture.yaml();
        int x = yaml.indexOf("  - id: x\n");
        String allowing =
                yaml.substring(0, x)
                        + yaml.substring(x).replaceFirst("status: prohibited", "status: allowed");
        Rulebook changed = RulebookDraft.parse(allowing).rulebook().orElseThrow();

        // When
        List<RulebookChange> changes = RulebookDiff.between(shipped, changed);

        // Then
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).what()).isEqualTo("source x");
        assertThat(changes.get(0).effect()).isEqualTo(Effect.LOOSENS);
    }
}
