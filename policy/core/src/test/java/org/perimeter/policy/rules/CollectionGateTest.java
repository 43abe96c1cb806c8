// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;

/** Controls COL-01, COL-05, COL-10 and AUD-01: nothing is collected by default. */
final class CollectionGateTest {

    private static final Instant NOW = RulebookFixture.NOON;

    private final Rulebook rulebook = RulebookFixture.rulebook();

    @Test
    @Control("COL-01")
    void collectsFromAnApprovedSourceWhileAnIncidentIsLive() {
        // Given
        CollectionInput input = input("bluesky", "bluesky", rulebook, true, NOW, NOW);

        // When
        PolicyDecision decision = CollectionGate.decide(input);

        // Then
        assertThat(decision)
                .isEqualTo(
                        new PolicyDecision(
                                Outcome.COLLECT, "COL-01", ReasonCode.ALLOWED, rulebook.hash()));
    }

    @Test
    @Control("COL-10")
    void standsByWithoutAnIncidentWhenTheRulebookAllowsTheRewind() {
        // Given
        CollectionInput input = input("bluesky", "bluesky", rulebook, false, NOW, NOW);

        // When
        PolicyDecision decision = CollectionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.STANDBY, RuleId.REWIND, ReasonCode.NO_LIVE_INCIDENT);
    }

    @Test
    @Control({"COL-01", "COL-10"})
    void dropsWithoutAnIncidentWhenTheRewindIsOff() {
        // Given
        Rulebook noRewind = RulebookFixture.withValue(RuleId.REWIND, "0");

        // When
        PolicyDecision decision =
                CollectionGate.decide(input("bluesky", "bluesky", noRewind, false, NOW, NOW));

        // Then
        assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.NO_LIVE_INCIDENT);
    }

    @Test
    @Control("COL-01")
    void dropsWithoutARulebookEvenDuringAnIncident() {
        // Given
        CollectionInput input =
                new CollectionInput(
                        "bluesky",
                        "bluesky",
                        NOW,
                        null,
                        ReasonCode.RULEBOOK_UNSIGNED,
                        true,
                        NOW,
                        NOW);

        // When
        PolicyDecision decision = CollectionGate.decide(input);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.RULEBOOK_UNSIGNED);
        assertThat(decision.rulebookHash()).isEmpty();
    }

    @Test
    @Control({"COL-01", "GOV-01"})
    void dropsWhenTheRulebookHasLapsedSinceItWasLoaded() {
        // Given
        Instant later = Instant.parse("2028-01-01T00:00:00Z");

        // When
        PolicyDecision decision =
                CollectionGate.decide(input("bluesky", "bluesky", rulebook, true, later, later));

        // Then
        assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.RULEBOOK_EXPIRED);
    }

    @Test
    @Control("COL-05")
    void dropsFromSourcesThatAreProhibitedUnknownOrOfAnotherNetwork() {
        // Given
        String[][] sources = {{"x", "x"}, {"unknown", "bluesky"}, {"bluesky", "x"}};

        for (String[] source : sources) {
            // When
            PolicyDecision decision =
                    CollectionGate.decide(input(source[0], source[1], rulebook, true, NOW, NOW));

            // Then
            assertDecision(decision, Outcome.DROP, "COL-05", ReasonCode.SOURCE_NOT_APPROVED);
        }
    }

    @Test
    @Control("AUD-01")
    void stopsWhenTheLedgerWasNotDrainedForTooLong() {
        // Given
        Instant limit = NOW.minus(Duration.ofSeconds(30));

        // When
        PolicyDecision onTime =
                CollectionGate.decide(input("bluesky", null, rulebook, true, NOW, limit));
        PolicyDecision late =
                CollectionGate.decide(
                        input("bluesky", null, rulebook, true, NOW, limit.minusMillis(1)));
        PolicyDecision never =
                CollectionGate.decide(input("bluesky", null, rulebook, true, NOW, null));

        // Then
        assertThat(onTime.outcome()).isEqualTo(Outcome.COLLECT);
        assertDecision(late, Outcome.DROP, "AUD-01", ReasonCode.LEDGER_NOT_DRAINED);
        assertDecision(never, Outcome.DROP, "AUD-01", ReasonCode.LEDGER_NOT_DRAINED);
    }

    @Test
    @Control("AUD-01")
    void stopsWhenTheClockSteppedBack() {
        // Given
        Instant drained = NOW.plusSeconds(600);

        // When
        PolicyDecision decision =
                CollectionGate.decide(input("bluesky", null, rulebook, true, NOW, drained));

        // Then
        assertDecision(decision, Outcome.DROP, "AUD-01", ReasonCode.CLOCK_STEPPED_BACK);
    }

    @Test
    @Control("RET-02")
    void stopsWhenRetentionIsMoreThanADayLate() {
        // Given
        Instant limit = NOW.minus(Duration.ofHours(24));

        // When
        PolicyDecision onTime = CollectionGate.decide(retentionDone(limit));
        PolicyDecision late = CollectionGate.decide(retentionDone(limit.minusMillis(1)));
        PolicyDecision never = CollectionGate.decide(retentionDone(null));

        // Then
        assertThat(onTime.outcome()).isEqualTo(Outcome.COLLECT);
        assertDecision(late, Outcome.DROP, "RET-02", ReasonCode.RETENTION_LATE);
        assertDecision(never, Outcome.DROP, "RET-02", ReasonCode.RETENTION_LATE);
    }

    private CollectionInput retentionDone(@Nullable Instant doneAt) {
        return new CollectionInput(
                "bluesky", "bluesky", NOW, rulebook, ReasonCode.ALLOWED, true, NOW, doneAt);
    }

    @Test
    @Control("COL-01")
    void dropsWhenItCannotDecide() {
        // Given
        CollectionInput broken = input("bluesky", "bluesky", rulebook, true, brokenClock(), NOW);

        // When
        PolicyDecision decision = CollectionGate.decide(broken);

        // Then
        assertDecision(decision, Outcome.DROP, "COL-01", ReasonCode.DECISION_ERROR);
    }

    @SuppressWarnings("NullAway") // What a broken caller could do.
    private static Instant brokenClock() {
        return null;
    }

    private static CollectionInput input(
            String source,
            @Nullable String network,
            Rulebook rulebook,
            boolean live,
            Instant now,
            @Nullable Instant drained) {
        return new CollectionInput(
                source, network, now, rulebook, ReasonCode.ALLOWED, live, drained, now);
    }

    private static void assertDecision(
            PolicyDecision decision, Outcome outcome, String rule, ReasonCode reason) {
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.ruleId()).isEqualTo(rule);
        assertThat(decision.reason()).isEqualTo(reason);
    }
}
