// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.fence.FenceCover;
import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatement.Motive;
import org.perimeter.policy.model.incident.IncidentStatement.Times;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Whatever is commanded in whatever order, no limit of an incident's life is exceeded. */
final class IncidentLifePropertiesTest {

    private static final int COMMANDS = 60;
    private static final Duration LIFE = Duration.ofHours(6);
    private static final Duration REWIND = Duration.ofMinutes(10);
    private static final Rulebook RULEBOOK = RulebookFixture.rulebook();

    @Property(tries = 500, seed = "20261201")
    void noSequenceOfCommandsExceedsALimitAndNothingLivesAgain(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        Instant now = RulebookFixture.NOON;
        @Nullable Incident before = null;
        Duration live = Duration.ZERO;
        boolean wasOver = false;

        for (int i = 0; i < COMMANDS; i++) {
            // When
            Instant then = now;
            now = now.plusSeconds(random.nextInt(3 * 3600));
            if (before != null && before.status() == IncidentStatus.ACTIVE) {
                Instant end = now.isBefore(before.expiresAt()) ? now : before.expiresAt();
                live = live.plus(end.isAfter(then) ? Duration.between(then, end) : Duration.ZERO);
            }
            wasOver |= before != null && isOver(before, now);
            IncidentCommand command = command(random, now);
            IncidentStep step = IncidentRules.next(before, command, RULEBOOK, now);

            // Then
            if (step instanceof IncidentStep.Changed changed) {
                check(before, changed.incident(), command, now);
                before = changed.incident();
            }
            if (wasOver && before != null) {
                assertThat(before.isLive(now)).isFalse();
                assertThat(before.isLive(now.plus(LIFE))).isFalse();
            }
        }
        assertThat(live).isLessThanOrEqualTo(LIFE.multipliedBy(4));
    }

    private static void check(
            @Nullable Incident before, Incident after, IncidentCommand command, Instant now) {
        assertThat(after.version()).isEqualTo(before == null ? 1 : before.version() + 1);
        assertThat(after.updatedAt()).isEqualTo(now);
        assertThat(after.expiresAt()).isBeforeOrEqualTo(now.plus(LIFE));
        assertThat(after.expiresAt()).isBeforeOrEqualTo(after.openedAt().plus(Duration.ofDays(3)));
        assertThat(after.openedAt()).isBeforeOrEqualTo(now);
        assertThat(after.life().renewals().size()).isLessThanOrEqualTo(3);
        assertThat(after.life().renewals())
                .allSatisfy(
                        renewal -> {
                            assertThat(renewal.reason()).isNotBlank();
                            assertThat(renewal.supervisor()).isNotBlank();
                        });
        boolean wasLive = before != null && before.status() == IncidentStatus.ACTIVE;
        if (after.status() == IncidentStatus.ACTIVE && !wasLive) {
            assertThat(after.openedAt()).isAfterOrEqualTo(now.minus(REWIND));
            assertThat(after.protectedPlace()).isEqualTo(after.protectedPlaceApproved());
        }
        assertThat(after.protectedPlaceApproved() && !after.life().fullyApproved()).isFalse();
        if (before != null) {
            checkStep(before, after, command, wasLive);
        }
    }

    private static void checkStep(
            Incident before, Incident after, IncidentCommand command, boolean wasLive) {
        assertThat(before.protectedPlace() && !after.protectedPlace()).isFalse();
        assertThat(after.life().reopens()).isEqualTo(before.life().reopens());
        if (!wasLive) {
            return;
        }
        assertThat(after.openedAt()).isEqualTo(before.openedAt());
        if (after.expiresAt().isAfter(before.expiresAt())) {
            assertThat(after.life().renewals()).hasSize(before.life().renewals().size() + 1);
        }
        if (!FenceCover.isWithin(after.fence(), before.fence())) {
            assertThat(command)
                    .isInstanceOfSatisfying(
                            IncidentCommand.State.class,
                            state -> assertThat(state.statement().motive().reason()).isNotBlank());
            assertThat(after.life().approvals()).isEmpty();
        }
    }

    private static boolean isOver(Incident incident, Instant now) {
        return switch (incident.status()) {
            case PENDING -> false;
            case ACTIVE -> !now.isBefore(incident.expiresAt());
            case CLOSED, CANCELLED -> true;
        };
    }

    private static IncidentCommand command(Random random, Instant now) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new IncidentCommand.Renew(word(random, "Lt. Vale"), word(random, "seek"));
            case 2 -> new IncidentCommand.Approve(ApprovalRole.LEGAL, word(random, "Ada Moor"));
            case 3 -> new IncidentCommand.Approve(ApprovalRole.COMMAND, word(random, "Cpt. Roy"));
            case 4 ->
                    random.nextInt(4) == 0
                            ? new IncidentCommand.Close()
                            : new IncidentCommand.Approve(ApprovalRole.COMMAND, "Ada Moor");
            case 5 ->
                    random.nextInt(4) == 0
                            ? new IncidentCommand.Cancel()
                            : new IncidentCommand.Approve(ApprovalRole.LEGAL, "Cpt. Roy");
            default -> new IncidentCommand.State(statement(random, now));
        };
    }

    private static IncidentStatement statement(Random random, Instant now) {
        IncidentStatus[] statuses = IncidentStatus.values();
        IncidentStatus status =
                random.nextInt(8) == 0
                        ? statuses[random.nextInt(statuses.length)]
                        : IncidentStatus.ACTIVE;
        Motive motive = new Motive(word(random, "seek"), word(random, "Sgt. Ida"), "");
        IncidentStatement drawn =
                IncidentRulesTest.statement(50 + random.nextInt(1900)).withStatus(status);
        return IncidentRulesTest.with(drawn, random.nextInt(4) == 0, false, motive)
                .withTimes(new Times(time(random, now), time(random, now), revision(random, now)));
    }

    private static @Nullable Instant time(Random random, Instant now) {
        return random.nextInt(3) == 0 ? null : now.plusSeconds(random.nextInt(600_000) - 300_000);
    }

    private static long revision(Random random, Instant now) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(2);
            case 1 -> random.nextInt(10);
            case 2 -> now.toEpochMilli() + random.nextInt(1_000_000);
            default -> 0;
        };
    }

    private static String word(Random random, String word) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> " ";
            default -> word + (random.nextInt(3) == 0 ? random.nextInt(9) : "");
        };
    }
}
