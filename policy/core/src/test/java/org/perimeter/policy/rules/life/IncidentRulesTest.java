// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatement.Motive;
import org.perimeter.policy.model.incident.IncidentStatement.Times;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;
import org.perimeter.policy.rules.life.IncidentStep.Changed;
import org.perimeter.policy.rules.life.IncidentStep.Kind;
import org.perimeter.policy.rules.life.IncidentStep.Refused;
import org.perimeter.policy.rules.life.IncidentStep.Unchanged;

import java.time.Duration;
import java.time.Instant;

/** The life of an incident: controls COL-02, COL-03, COL-04 and FAS-01. */
final class IncidentRulesTest {

    private static final Instant NOW = RulebookFixture.NOON;
    private static final GeoPoint HALL = new GeoPoint(37.8053, -122.2726);
    private static final Rulebook RULEBOOK = RulebookFixture.rulebook();

    @Test
    @Control("COL-03")
    void opensNowAndEndsAfterOneLifeWhateverIsNotStated() {
        // Given nothing is known

        // When
        Incident opened = opened(statement(500), NOW);

        // Then
        assertThat(opened.isLive(NOW)).isTrue();
        assertThat(opened.openedAt()).isEqualTo(NOW);
        assertThat(opened.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(opened.version()).isEqualTo(1);
    }

    @Test
    @Control({"COL-03", "COL-10"})
    void anOpeningLiesBackNoFurtherThanTheRewind() {
        // Given
        Times times = new Times(NOW.minus(Duration.ofHours(71)), NOW.plus(hours(1)), 0);

        // When
        Incident opened = opened(statement(500).withTimes(times), NOW);

        // Then
        assertThat(opened.openedAt()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
        assertThat(opened.expiresAt()).isEqualTo(NOW.plus(hours(1)));
        assertThat(opened.life().statedOpenedAt()).isEqualTo(times.openedAt());
    }

    @Test
    @Control("COL-03")
    void whatSaysThatItBeganLongAgoAndNotWhenItEndsIsNotOpened() {
        // Given
        Times times = new Times(NOW.minus(hours(6)), null, 0);

        // When
        IncidentStep step = state(null, statement(500).withTimes(times), NOW);

        // Then
        assertThat(step).isInstanceOf(Refused.class);
    }

    @Test
    @Control("COL-03")
    void anEndFarAheadIsOneLifeAway() {
        // Given
        Times times = new Times(null, NOW.plus(hours(72)), NOW.plus(hours(66)).toEpochMilli());

        // When
        Incident opened = opened(statement(500).withTimes(times), NOW);

        // Then
        assertThat(opened.expiresAt()).isEqualTo(NOW.plus(hours(6)));
        assertThat(opened.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void aVersionIsOursAndTheGreatestOfASenderDoesNotOverflow() {
        // Given
        Times times = new Times(null, null, Long.MAX_VALUE);
        Incident opened = opened(statement(500).withTimes(times), NOW);

        // When
        Changed closed = changed(next(opened, new IncidentCommand.Close(), NOW));

        // Then
        assertThat(opened.version()).isEqualTo(1);
        assertThat(closed.incident().version()).isEqualTo(2);
        assertThat(closed.incident().status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(closed.kind()).isEqualTo(Kind.ENDED);
    }

    @Test
    @Control("COL-03")
    void anUpdateMovesNeitherOpeningNorEnd() {
        // Given
        Incident opened = opened(statement(500), NOW);
        Instant later = NOW.plus(hours(5));
        Times times = new Times(later, later.plus(hours(6)), later.toEpochMilli());

        // When
        Changed updated = changed(state(opened, statement(400).withTimes(times), later));

        // Then
        assertThat(updated.incident().openedAt()).isEqualTo(NOW);
        assertThat(updated.incident().expiresAt()).isEqualTo(opened.expiresAt());
        assertThat(updated.incident().fence().radiusMeters()).isEqualTo(400);
    }

    @Test
    void anEarlierEndIsTakenAndOneThatWasStatedBeforeIsNot() {
        // Given
        Times first = new Times(null, NOW.plus(hours(3)), 0);
        Incident opened = opened(statement(500).withTimes(first), NOW);
        Incident renewed =
                changed(next(opened, new IncidentCommand.Renew("Lt. Vale", "search"), NOW))
                        .incident();

        // When
        IncidentStep same = state(renewed, statement(400).withTimes(first), NOW);
        Times earlier = new Times(null, NOW.plus(hours(2)), 0);
        IncidentStep shorter = state(renewed, statement(400).withTimes(earlier), NOW);

        // Then
        assertThat(changed(same).incident().expiresAt()).isEqualTo(NOW.plus(hours(6)));
        assertThat(changed(shorter).incident().expiresAt()).isEqualTo(NOW.plus(hours(2)));
    }

    @Test
    @Control("COL-02")
    void shrinkingIsFreeAndGrowingNeedsAReason() {
        // Given
        Incident opened = opened(statement(500), NOW);
        IncidentStatement larger = statement(501);

        // When
        IncidentStep unexplained = state(opened, larger, NOW);
        IncidentStep explained = state(opened, because(larger, "second scene", ""), NOW);

        // Then
        assertThat(unexplained)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.ruleId()).isEqualTo("COL-02");
                            assertThat(refused.field()).isEqualTo("reason");
                        });
        assertThat(changed(explained).incident().fence()).isEqualTo(larger.fence());
        assertThat(state(opened, statement(499), NOW)).isInstanceOf(Changed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "PENDING"})
    @Control("COL-03")
    void whatIsClosedIsTakenUpOnlyByANewIncidentThatNamesIt(IncidentStatus status) {
        // Given
        Incident closed =
                changed(next(opened(statement(500), NOW), new IncidentCommand.Close(), NOW))
                        .incident();
        Times later = new Times(null, null, NOW.toEpochMilli());

        // When
        IncidentStep again = state(closed, statement(500).withStatus(status).withTimes(later), NOW);
        IncidentStatement anew = because(statement("cad:8", 500), "", "cad:7");

        // Then
        assertThat(again)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message()).contains("cad:7", "reopens"));
        assertThat(opened(anew, NOW).life().reopens()).isEqualTo("cad:7");
    }

    @Test
    @Control("COL-03")
    void anExpiredIncidentIsNeitherRenewedNorStatedLiveAgain() {
        // Given
        Incident opened = opened(statement(500), NOW);
        Instant later = opened.expiresAt();

        // When
        IncidentStep renewed = next(opened, new IncidentCommand.Renew("Lt. Vale", "x"), later);
        Times times = new Times(null, later.plus(hours(1)), 0);
        IncidentStep stated = state(opened, statement(500).withTimes(times), later);

        // Then
        assertThat(renewed).isInstanceOf(Refused.class);
        assertThat(stated).isInstanceOf(Refused.class);
        assertThat(IncidentStage.of(opened, later, later)).isEqualTo(IncidentStage.EXPIRED);
    }

    @Test
    @Control("COL-03")
    void threeRenewalsWithSupervisorAndReasonAndNoFourth() {
        // Given
        Incident incident = opened(statement(500), NOW);
        Instant now = NOW;

        for (int i = 0; i < 3; i++) {
            // When
            now = now.plus(hours(5));
            incident =
                    changed(next(incident, new IncidentCommand.Renew("Lt. Vale", "search"), now))
                            .incident();

            // Then
            assertThat(incident.expiresAt()).isEqualTo(now.plus(hours(6)));
        }
        assertThat(incident.life().renewals()).hasSize(3);
        assertThat(next(incident, new IncidentCommand.Renew("Lt. Vale", "more"), now))
                .isInstanceOf(Refused.class);
    }

    @Test
    @Control("COL-03")
    void noRenewalReachesBeyondTheHardStop() {
        // Given
        Rulebook stop = RulebookFixture.withValue("COL-03.stop", "8");
        Incident opened = opened(statement(500), NOW);
        IncidentCommand renewal = new IncidentCommand.Renew("Lt. Vale", "search");

        // When
        Instant later = NOW.plus(hours(5));
        Incident renewed = changed(IncidentRules.next(opened, renewal, stop, later)).incident();

        // Then
        assertThat(renewed.expiresAt()).isEqualTo(NOW.plus(hours(8)));
        assertThat(IncidentRules.next(renewed, renewal, stop, later)).isInstanceOf(Refused.class);
    }

    @Test
    @Control("COL-03")
    void aRenewalWithoutReasonOrSupervisorIsRefusedByName() {
        // Given
        Incident opened = opened(statement(500), NOW);

        // When
        IncidentStep nobody = next(opened, new IncidentCommand.Renew(" ", "search"), NOW);
        IncidentStep noReason = next(opened, new IncidentCommand.Renew("Lt. Vale", " "), NOW);

        // Then
        assertThat(((Refused) nobody).field()).isEqualTo("supervisor");
        assertThat(((Refused) noReason).field()).isEqualTo("reason");
    }

    @Test
    @Control("FAS-01")
    void aProtectedPlaceIsLiveOnlyWhenTwoPeopleApprovedInBothRoles() {
        // Given
        Incident proposed = opened(protectedPlace(statement(500)), NOW);
        Instant later = NOW.plus(hours(1));

        // When
        Incident half =
                changed(approve(proposed, ApprovalRole.LEGAL, "Ada Moor", later)).incident();
        IncidentStep same = approve(half, ApprovalRole.COMMAND, "ada moor", later);
        Changed whole = changed(approve(half, ApprovalRole.COMMAND, "Cpt. Roy", later));

        // Then
        assertThat(proposed.isLive(NOW)).isFalse();
        assertThat(half.isLive(later)).isFalse();
        assertThat(same).isInstanceOf(Refused.class);
        assertThat(whole.kind()).isEqualTo(Kind.OPENED);
        assertThat(whole.incident().isLive(later)).isTrue();
        assertThat(whole.incident().protectedPlaceApproved()).isTrue();
        assertThat(whole.incident().openedAt()).isEqualTo(later);
    }

    @Test
    @Control("FAS-01")
    void leavingTheFlagOutProtectsAsBeforeAndAGrownFenceNeedsNewApprovals() {
        // Given
        Incident proposed = opened(protectedPlace(statement(500)), NOW);
        Incident half = changed(approve(proposed, ApprovalRole.LEGAL, "Ada Moor", NOW)).incident();
        Incident live = changed(approve(half, ApprovalRole.COMMAND, "Cpt. Roy", NOW)).incident();

        // When
        Incident smaller = changed(state(live, statement(400), NOW)).incident();
        Incident larger = changed(state(live, because(statement(600), "more", ""), NOW)).incident();

        // Then
        assertThat(smaller.protectedPlace()).isTrue();
        assertThat(smaller.protectedPlaceApproved()).isTrue();
        assertThat(larger.protectedPlace()).isTrue();
        assertThat(larger.protectedPlaceApproved()).isFalse();
    }

    @Test
    void theSameAgainAndWhatIsOlderChangesNothing() {
        // Given
        IncidentStatement second = statement(500).withTimes(new Times(null, null, 2));
        Incident opened = opened(second, NOW);

        // When
        IncidentStep same = state(opened, second, NOW.plusSeconds(9));
        IncidentStep older = state(opened, statement(300).withTimes(new Times(null, null, 1)), NOW);

        // Then
        assertThat(same).isEqualTo(new Unchanged(opened));
        assertThat(older).isEqualTo(new Unchanged(opened));
    }

    @Test
    void anExerciseMayBePlayedFromItsPastAndNeverBecomesReal() {
        // Given
        Times times = new Times(NOW.minus(Duration.ofMinutes(50)), null, 0);
        IncidentStatement drill = exercise(statement(500)).withTimes(times);

        // When
        Incident opened = opened(drill, NOW);
        Incident after = changed(state(opened, statement(400), NOW)).incident();

        // Then
        assertThat(opened.openedAt()).isEqualTo(NOW.minus(Duration.ofMinutes(50)));
        assertThat(after.exercise()).isTrue();
    }

    @Test
    @Control("COL-04")
    void aCategoryThatTheRulebookDoesNotListIsRefused() {
        // Given
        Rulebook without = RulebookFixture.withoutCategory(IncidentCategory.SHOOTING);

        // When
        IncidentStep step =
                IncidentRules.next(null, new IncidentCommand.State(statement(500)), without, NOW);

        // Then
        assertThat(((Refused) step).ruleId()).isEqualTo("COL-04");
    }

    @Test
    void aMistakeMayBeCancelledAfterItsEndAndNothingElseFollowsIt() {
        // Given
        Incident opened = opened(statement(500), NOW);
        Incident closed = changed(next(opened, new IncidentCommand.Close(), NOW)).incident();

        // When
        Incident cancelled =
                changed(next(closed, new IncidentCommand.Cancel(), NOW.plus(hours(1)))).incident();

        // Then
        assertThat(cancelled.status()).isEqualTo(IncidentStatus.CANCELLED);
        assertThat(cancelled.closedAt()).isEqualTo(NOW);
        assertThat(next(cancelled, new IncidentCommand.Close(), NOW))
                .isEqualTo(new Unchanged(cancelled));
    }

    static IncidentStatement statement(double radius) {
        return statement("cad:7", radius);
    }

    static IncidentStatement statement(String id, double radius) {
        return new IncidentStatement(
                id,
                "cad",
                "2027-42",
                "Shots",
                IncidentCategory.SHOOTING,
                1,
                IncidentStatus.ACTIVE,
                Fence.circle(HALL, radius),
                false,
                false,
                Times.NONE,
                Motive.NONE);
    }

    static IncidentStatement because(IncidentStatement s, String reason, String reopens) {
        return with(s, s.protectedPlace(), s.exercise(), new Motive(reason, "", reopens));
    }

    static IncidentStatement protectedPlace(IncidentStatement s) {
        return with(s, true, s.exercise(), s.motive());
    }

    private static IncidentStatement exercise(IncidentStatement s) {
        return with(s, s.protectedPlace(), true, s.motive());
    }

    static IncidentStatement with(
            IncidentStatement s, boolean protectedPlace, boolean exercise, Motive motive) {
        return new IncidentStatement(
                s.id(),
                s.source(),
                s.caseNumber(),
                s.title(),
                s.category(),
                s.priority(),
                s.status(),
                s.fence(),
                protectedPlace,
                exercise,
                s.times(),
                motive);
    }

    private static Incident opened(IncidentStatement statement, Instant now) {
        return changed(state(null, statement, now)).incident();
    }

    private static IncidentStep state(
            @Nullable Incident before, IncidentStatement statement, Instant now) {
        return next(before, new IncidentCommand.State(statement), now);
    }

    private static IncidentStep approve(
            Incident before, ApprovalRole role, String person, Instant now) {
        return next(before, new IncidentCommand.Approve(role, person), now);
    }

    private static IncidentStep next(
            @Nullable Incident before, IncidentCommand command, Instant now) {
        return IncidentRules.next(before, command, RULEBOOK, now);
    }

    private static Changed changed(IncidentStep step) {
        assertThat(step).isInstanceOf(Changed.class);
        return (Changed) step;
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
