// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.access.AccessRequest;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.access.Purpose;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Controls ACC-01, ACC-02 and ACC-04: denied by default. */
final class AccessDecisionPointTest {

    private static final Instant NOW = RulebookFixture.NOON;
    private static final String CASE = "2027-0042";

    private final AccessDecisionPoint point = AccessDecisionPoint.of(RulebookFixture.rulebook());

    @Test
    @Control({"ACC-01", "ACC-02"})
    void anAnalystMaySearchALiveIncidentWithPurposeAndCase() {
        // Given
        AccessRequest request = search(Purpose.LIFE_SAFETY, CASE, incident(IncidentStatus.ACTIVE));

        // When
        PolicyDecision decision = point.decide(request);

        // Then
        assertThat(decision)
                .isEqualTo(
                        new PolicyDecision(
                                Outcome.ALLOW,
                                "ACC-02",
                                ReasonCode.ALLOWED,
                                RulebookFixture.rulebook().hash()));
        assertThat(decision.allows()).isTrue();
    }

    @Test
    @Control("ACC-01")
    void nobodyElseMaySearch() {
        // Given
        for (Role role : Role.values()) {
            AccessRequest request =
                    new AccessRequest(
                            "local",
                            Set.of(role),
                            Action.SEARCH,
                            Purpose.LIFE_SAFETY,
                            CASE,
                            incident(IncidentStatus.ACTIVE),
                            NOW);

            // When
            PolicyDecision decision = point.decide(request);

            // Then
            assertThat(decision.allows()).isEqualTo(role == Role.ANALYST);
        }
    }

    @Test
    @Control("ACC-01")
    void nobodyMayAnythingWithoutRoleOrName() {
        // Given
        for (Action action : Action.values()) {
            // When
            PolicyDecision noRole = point.decide(AccessRequest.of("local", Set.of(), action, NOW));
            PolicyDecision noName =
                    point.decide(AccessRequest.of(" ", Set.of(Role.values()), action, NOW));

            // Then
            assertDenied(noRole, "ACC-01", ReasonCode.ROLE);
            assertDenied(noName, "ACC-01", ReasonCode.ROLE);
        }
    }

    @Test
    @Control("ACC-04")
    void theAuditorAndTheAdministratorSeeNoPostsAndNoIncidents() {
        // Given
        Set<Role> roles = Set.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.BOARD);

        for (Action action :
                new Action[] {
                    Action.SEARCH, Action.VIEW_ALERTS, Action.VIEW_INCIDENTS, Action.OPEN_INCIDENT
                }) {
            // When
            PolicyDecision decision = point.decide(AccessRequest.of("local", roles, action, NOW));

            // Then
            assertDenied(decision, "ACC-01", ReasonCode.ROLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "investigation",
                "ab",
                "🙂🙂🙂1",
                "2027 0042",
                "1234567890123456789012345678901234567890X",
                "a\n1b"
            })
    @Control("ACC-02")
    void aSearchNeedsACaseNumberThatCanBeOne(String caseNumber) {
        // Given
        AccessRequest request =
                search(Purpose.LIFE_SAFETY, caseNumber, incident(IncidentStatus.ACTIVE));

        // When
        PolicyDecision decision = point.decide(request);

        // Then
        assertDenied(decision, "ACC-02", ReasonCode.NO_PURPOSE);
    }

    @Test
    @Control("ACC-02")
    void aSearchNeedsAPurposeACaseNumberAndAnIncident() {
        // Given
        Incident live = incident(IncidentStatus.ACTIVE);

        // When
        PolicyDecision noPurpose = point.decide(search(null, CASE, live));
        PolicyDecision noCase = point.decide(search(Purpose.LIFE_SAFETY, null, live));
        PolicyDecision noIncident = point.decide(search(Purpose.LIFE_SAFETY, CASE, null));

        // Then
        assertDenied(noPurpose, "ACC-02", ReasonCode.NO_PURPOSE);
        assertDenied(noCase, "ACC-02", ReasonCode.NO_PURPOSE);
        assertDenied(noIncident, "ACC-01", ReasonCode.INCIDENT_NOT_OPEN);
    }

    @Test
    @Control("ACC-01")
    void aSearchEndsWithTheRetentionOfTheIncident() {
        // Given
        Incident closed = incident(IncidentStatus.CLOSED);
        Instant last = NOW.plus(Duration.ofDays(3));

        // When
        PolicyDecision within = point.decide(searchAt(closed, last.minusMillis(1)));
        PolicyDecision after = point.decide(searchAt(closed, last));

        // Then
        assertThat(within.allows()).isTrue();
        assertDenied(after, "ACC-01", ReasonCode.INCIDENT_NOT_OPEN);
    }

    @Test
    void pendingAndCancelledIncidentsCannotBeSearched() {
        // Given
        for (IncidentStatus status :
                new IncidentStatus[] {IncidentStatus.PENDING, IncidentStatus.CANCELLED}) {
            // When
            PolicyDecision decision = point.decide(searchAt(incident(status), NOW));

            // Then
            assertDenied(decision, "ACC-01", ReasonCode.INCIDENT_NOT_OPEN);
        }
    }

    @Test
    @Control("ACC-02")
    void theExercisePurposeIsForExercisesOnly() {
        // Given
        AccessRequest request = search(Purpose.EXERCISE, CASE, incident(IncidentStatus.ACTIVE));

        // When
        PolicyDecision decision = point.decide(request);

        // Then
        assertDenied(decision, "ACC-02", ReasonCode.NO_PURPOSE);
    }

    @Test
    void withoutARulebookOversightReadsAndNobodySearches() {
        // Given
        AccessDecisionPoint without = AccessDecisionPoint.of(null);

        // When
        PolicyDecision search = without.decide(searchAt(incident(IncidentStatus.ACTIVE), NOW));
        PolicyDecision report =
                without.decide(
                        AccessRequest.of("board", Set.of(Role.BOARD), Action.READ_REPORT, NOW));

        // Then
        assertDenied(search, "ACC-01", ReasonCode.NO_RULEBOOK);
        assertThat(report.allows()).isTrue();
        assertThat(report.rulebookHash()).isEmpty();
    }

    @Test
    void underALapsedRulebookNobodySearches() {
        // Given
        Instant later = Instant.parse("2028-01-01T00:00:00Z");

        // When
        PolicyDecision decision = point.decide(searchAt(incident(IncidentStatus.ACTIVE), later));

        // Then
        assertDenied(decision, "ACC-01", ReasonCode.RULEBOOK_EXPIRED);
    }

    @Test
    @Control("ACC-01")
    void deniesWhatItCannotDecide() {
        // Given
        AccessRequest broken = searchAt(incident(IncidentStatus.ACTIVE), brokenClock());

        // When
        PolicyDecision decision = point.decide(broken);

        // Then
        assertDenied(decision, "ACC-01", ReasonCode.DECISION_ERROR);
    }

    @SuppressWarnings("NullAway") // What a broken caller could do.
    private static Instant brokenClock() {
        return null;
    }

    private static AccessRequest searchAt(Incident incident, Instant now) {
        return new AccessRequest(
                "local", Set.of(Role.ANALYST), Action.SEARCH, Purpose.REVIEW, CASE, incident, now);
    }

    private static AccessRequest search(
            @Nullable Purpose purpose, @Nullable String caseNumber, @Nullable Incident incident) {
        return new AccessRequest(
                "local", Set.of(Role.ANALYST), Action.SEARCH, purpose, caseNumber, incident, NOW);
    }

    private static Incident incident(IncidentStatus status) {
        Instant opened = NOW.minus(Duration.ofHours(1));
        boolean over = status == IncidentStatus.CLOSED || status == IncidentStatus.CANCELLED;
        return new Incident(
                "cad:1",
                "cad",
                CASE,
                "Shots",
                IncidentCategory.SHOOTING,
                1,
                status,
                Fence.circle(new GeoPoint(37.8, -122.27), 500),
                opened,
                opened,
                opened.plus(Duration.ofHours(6)),
                over ? NOW : null,
                false,
                false,
                false,
                1);
    }

    private static void assertDenied(PolicyDecision decision, String rule, ReasonCode reason) {
        assertThat(decision.outcome()).isEqualTo(Outcome.DENY);
        assertThat(decision.ruleId()).isEqualTo(rule);
        assertThat(decision.reason()).isEqualTo(reason);
    }
}
