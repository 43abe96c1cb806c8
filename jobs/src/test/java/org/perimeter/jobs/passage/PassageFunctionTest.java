// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.CandidateKind;
import org.perimeter.jobs.fixture.MovableClock;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.WordAnalyzers;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.post.PostEvent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

class PassageFunctionTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PostEvent POST = TestPosts.upsert(TestPosts.report("p1", "ann", NOON));

    @TempDir Path folder;

    private final TestRulebook rulebook = TestRulebook.at(NOON);
    private TestDeployment around;
    private final MovableClock clock = new MovableClock(NOON);
    private KeyedBroadcastOperatorTestHarness<PostKey, KeyedEvent, ControlUpdate, Candidate>
            harness;

    @BeforeEach
    void open() throws Exception {
        around = new TestDeployment(folder, rulebook, NOON);
        harness = harness("run");
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    @Control("COL-01")
    void standsByWithoutAnIncidentAndCollectsWithOne() throws Exception {
        // Given
        send(POST);
        assertThat(harness.extractOutputValues()).isEmpty();

        // When
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON)));
        send(report("p2"));

        // Then
        assertThat(tick(NOON.plusSeconds(2)))
                .containsEntry("gate/STANDBY/NO_LIVE_INCIDENT", 1L)
                .containsEntry("gate/COLLECT/ALLOWED", 1L);
        assertThat(harness.extractOutputValues())
                .extracting(Candidate::incidentId, Candidate::kind)
                .containsExactly(
                        tuple("i", CandidateKind.MATCHED), tuple("i", CandidateKind.MATCHED));
    }

    @Test
    @Control("COL-05")
    void dropsPostsOfSourcesThatAreNotInTheRegister() throws Exception {
        // Given
        PostEvent stranger =
                new PostEvent(
                        POST.operation(),
                        "unknown-feed",
                        POST.network(),
                        POST.postId(),
                        POST.authorId(),
                        POST.witnessedAt(),
                        POST.version(),
                        POST.post());

        // When
        send(stranger);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(tick(NOON.plusSeconds(2))).containsEntry("gate/DROP/SOURCE_NOT_APPROVED", 1L);
    }

    @Test
    @Control("AUD-01")
    void closesWhenTheLedgerIsNotDrained() throws Exception {
        // Given
        tick(NOON.plusSeconds(31));

        // When
        send(POST);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(tick(NOON.plusSeconds(33))).containsEntry("gate/DROP/LEDGER_NOT_DRAINED", 1L);
    }

    @Test
    @Control("RET-02")
    void closesWhenRetentionIsMoreThanADayLate() throws Exception {
        // Given
        Instant tomorrow = NOON.plusSeconds(24 * 3600 + 1);
        tick(tomorrow, tomorrow, NOON);

        // When
        send(POST);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(tick(tomorrow.plusSeconds(2), tomorrow, NOON))
                .containsEntry("gate/DROP/RETENTION_LATE", 1L);
    }

    @Test
    void opensAgainWhenRetentionHasCaughtUp() throws Exception {
        // Given
        Instant tomorrow = NOON.plusSeconds(24 * 3600 + 1);
        tick(tomorrow, tomorrow, NOON);
        tick(tomorrow.plusSeconds(1), tomorrow, tomorrow);

        // When
        send(POST);

        // Then
        assertThat(tick(tomorrow.plusSeconds(3), tomorrow, tomorrow))
                .containsEntry("gate/STANDBY/NO_LIVE_INCIDENT", 1L);
    }

    @Test
    @Control("GOV-01")
    void closesWhenARulebookWithoutTheBoardsSignatureIsActivated() throws Exception {
        // Given
        tell(ControlUpdate.rulebook(NOON, rulebook.halfSigned()));

        // When
        send(POST);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(tick(NOON.plusSeconds(2))).containsEntry("gate/DROP/RULEBOOK_UNSIGNED", 1L);
    }

    @Test
    @Control({"COL-01", "GOV-01"})
    void closesWhenTheRulebookLapsesWhileTheJobRuns() throws Exception {
        // Given
        Instant nextYear = NOON.plusSeconds(400L * 24 * 3600);
        harness.processBroadcastElement(ControlUpdate.tick(nextYear, nextYear, nextYear), 0);

        // When
        send(POST);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    @Control("RET-03")
    void letsDeletesThroughAlwaysAndWithdrawsEditsThatMayNotBeRead() throws Exception {
        // Given
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON)));
        send(POST);
        send(report("p2"));
        tick(NOON.plusSeconds(31));

        // When
        send(TestPosts.delete("p1", NOON.plusSeconds(1)));
        send(TestPosts.upsert(TestPosts.report("p2", "ann", NOON.plusSeconds(1))));

        // Then
        assertThat(harness.extractOutputValues())
                .extracting(Candidate::kind, PassageFunctionTest::postId)
                .containsExactly(
                        tuple(CandidateKind.MATCHED, "p1"),
                        tuple(CandidateKind.MATCHED, "p2"),
                        tuple(CandidateKind.WITHDRAW_POST, "p1"),
                        tuple(CandidateKind.WITHDRAW_POST, "p2"));
    }

    @Test
    void countsTheTimeItStoodByAndTheTimeItCollected() throws Exception {
        // Given
        drainedTick(NOON);
        drainedTick(NOON.plusSeconds(2));

        // When
        tell(ControlUpdate.incident(NOON.plusSeconds(2), TestPosts.incident("i", NOON)));
        drainedTick(NOON.plusSeconds(3));
        drainedTick(NOON.plusSeconds(7));
        tell(
                ControlUpdate.incident(
                        NOON.plusSeconds(7),
                        TestPosts.incident("i", NOON, IncidentStatus.CLOSED, 2)));
        drainedTick(NOON.plusSeconds(8));

        // Then
        Map<String, Long> counts = drainedTick(NOON.plusSeconds(9));
        assertThat(counts)
                .containsEntry("standbyMillis", 4_000L)
                .containsEntry("collectingMillis", 5_000L)
                // The second until the tick that told of the end.
                .containsEntry("collectingOutsideMillis", 1_000L);
    }

    @Test
    void countsTheTimeItCollectedThoughNoIncidentWasOpen() throws Exception {
        // Given
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON.plusSeconds(3))));
        drainedTick(NOON);

        // When
        Map<String, Long> counts = drainedTick(NOON.plusSeconds(4));

        // Then
        assertThat(counts)
                .containsEntry("collectingMillis", 4_000L)
                .containsEntry("collectingOutsideMillis", 3_000L);
    }

    @Test
    void countsTheTimeItWasShutDuringAnIncidentByReason() throws Exception {
        // Given
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON)));
        tick(NOON.plusSeconds(31));
        tick(NOON.plusSeconds(35));

        // When
        Map<String, Long> counts = drainedTick(NOON.plusSeconds(36));

        // Then
        assertThat(counts)
                .containsEntry("shutMillis/LEDGER_NOT_DRAINED", 5_000L)
                .doesNotContainKeys("collectingMillis", "standbyMillis");
    }

    @Test
    void countsNothingTwiceWhenAnotherProcessGoesOnFromItsCheckpoint() throws Exception {
        // Given
        send(POST);
        OperatorSubtaskState saved = harness.snapshot(1, 1);
        send(report("p2"));

        // When
        Map<String, Long> nextRun = countsAfterRestart("next", saved);
        send(report("p2"));
        harness.close();

        // Then
        assertThat(nextRun).containsEntry("seen", 1L);
        assertThat(around.stores().tallies().total()).containsEntry("seen", 2L);
    }

    @Test
    void writesTheCountsOfTheLastSecondWhenItCloses() throws Exception {
        // Given
        tick(NOON.plusSeconds(2));
        send(POST);

        // When
        harness.close();

        // Then
        assertThat(around.stores().tallies().total()).containsEntry("seen", 1L);
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void closesByTheWallClockWhenTheStoreHangsAndNobodyTellsTheTime() throws Exception {
        // Given
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON)));
        clock.moveTo(NOON.plusSeconds(31));

        // When
        send(POST);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(tick(NOON.plusSeconds(33))).containsEntry("gate/DROP/LEDGER_NOT_DRAINED", 1L);
    }

    @Test
    @Control("GOV-01")
    void closesByTheWallClockWhenTheRulebookLapsesWhileTheStoreHangs() throws Exception {
        // Given
        Instant nextYear = NOON.plusSeconds(400L * 24 * 3600);
        clock.moveTo(nextYear);

        // When
        send(POST);

        // Then
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.close();
        assertThat(around.stores().tallies().total())
                .containsEntry("gate/DROP/RULEBOOK_EXPIRED", 1L);
    }

    @Test
    @Control("COL-10")
    void forgetsWhatHasWaitedItsMinutesWhenTheStoreHangs() throws Exception {
        // Given
        send(POST);

        // When
        clock.moveTo(NOON.plusSeconds(3600));
        harness.setProcessingTime(2_000);

        // Then
        assertThat(drainedTick(NOON.plusSeconds(3601))).containsEntry("forgotten", 1L);
    }

    @Test
    @Control("RET-03")
    void tellsADeleteToTheIncidentThatWasOfferedThePostAndToNoOther() throws Exception {
        // Given
        for (int i = 0; i < 100; i++) {
            tell(
                    ControlUpdate.incident(
                            NOON, TestPosts.incident("old-" + i, NOON, IncidentStatus.CLOSED, 2)));
        }
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON)));
        send(POST);

        // When
        send(TestPosts.delete("p1", NOON.plusSeconds(1)));
        send(TestPosts.delete("somebody-elses", NOON.plusSeconds(1)));

        // Then
        assertThat(harness.extractOutputValues())
                .extracting(Candidate::incidentId, Candidate::kind)
                .containsExactly(
                        tuple("i", CandidateKind.MATCHED), tuple("i", CandidateKind.WITHDRAW_POST));
    }

    @Test
    @Control("RET-03")
    void tellsTheDeleteOfAPostThatCameInFromTheRewind() throws Exception {
        // Given
        send(POST);
        tell(ControlUpdate.incident(NOON, TestPosts.incident("i", NOON)));

        // When
        send(TestPosts.delete("p1", NOON.plusSeconds(1)));

        // Then
        assertThat(harness.extractOutputValues())
                .extracting(Candidate::incidentId, Candidate::kind)
                .containsExactly(
                        tuple("i", CandidateKind.MATCHED), tuple("i", CandidateKind.WITHDRAW_POST));
    }

    @Test
    @Control("RET-03")
    void tellsDeletesToIncidentsThatMayHoldPostsFromBeforeARestart() throws Exception {
        // Given
        around.stores().incidents().put(TestPosts.incident("held", NOON));
        around.stores().incidents().put(TestPosts.incident("empty", NOON));
        around.incidentKeys().openOrCreate("held");
        harness.close();
        harness = harness("next");
        harness.open();

        // When
        send(TestPosts.delete("p1", NOON.plusSeconds(1)));
        tell(ControlUpdate.authorDeleted(TestPosts.deleteAuthor("ann", NOON.plusSeconds(1))));

        // Then
        assertThat(harness.extractOutputValues())
                .extracting(Candidate::incidentId, Candidate::kind)
                .containsExactly(
                        tuple("held", CandidateKind.WITHDRAW_POST),
                        tuple("held", CandidateKind.WITHDRAW_AUTHOR));
    }

    private Map<String, Long> countsAfterRestart(String run, OperatorSubtaskState saved)
            throws Exception {
        harness.close();
        harness = harness(run);
        harness.setup();
        harness.initializeState(saved);
        harness.open();
        return tick(NOON.plusSeconds(2));
    }

    private KeyedBroadcastOperatorTestHarness<PostKey, KeyedEvent, ControlUpdate, Candidate>
            harness(String run) throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new PassageFunction(
                                around.control(clock),
                                new WordAnalyzers(),
                                around.keyring(),
                                List.of(),
                                run),
                        List.of()),
                KeyedEvent::key,
                TypeInformation.of(PostKey.class),
                1,
                1,
                0);
    }

    private static PostEvent report(String id) {
        return TestPosts.upsert(TestPosts.report(id, "ann", NOON));
    }

    private static String postId(Candidate candidate) {
        return candidate.event().postId();
    }

    private void send(PostEvent event) throws Exception {
        harness.processElement(TestPosts.keyed(event), 0);
    }

    private void tell(ControlUpdate update) throws Exception {
        harness.processBroadcastElement(update, 0);
    }

    private Map<String, Long> tick(Instant at) throws Exception {
        return tick(at, NOON);
    }

    private Map<String, Long> drainedTick(Instant at) throws Exception {
        return tick(at, at);
    }

    private Map<String, Long> tick(Instant at, Instant drainedAt) throws Exception {
        return tick(at, drainedAt, at);
    }

    private Map<String, Long> tick(Instant at, Instant drainedAt, Instant retentionDoneAt)
            throws Exception {
        tell(ControlUpdate.tick(at, drainedAt, retentionDoneAt));
        Queue<StreamRecord<TallySnapshot>> told = harness.getSideOutput(SideOutputs.TALLIES);
        List<StreamRecord<TallySnapshot>> all =
                told == null ? List.of() : List.copyOf(new ArrayDeque<>(told));
        return all.isEmpty() ? Map.of() : all.get(all.size() - 1).getValue().counts();
    }
}
