// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.admit.AdmissionFunction;
import org.perimeter.jobs.alert.AlertFunction;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.CandidatePlaces;
import org.perimeter.jobs.fixture.MovableClock;
import org.perimeter.jobs.fixture.NothingWatched;
import org.perimeter.jobs.fixture.SureReader;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.WordAnalyzers;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What came after the last checkpoint and that no source will bring again, when the stations behind
 * the passage go on from that checkpoint.
 */
class AfterCheckpointTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String INCIDENT = "manual:1";

    @TempDir Path folder;

    private final MovableClock clock = new MovableClock(NOON);
    private final Incident incident = TestPosts.incident(INCIDENT, NOON);
    private TestDeployment around;
    private KeyedBroadcastOperatorTestHarness<String, Candidate, ControlUpdate, PostWrite> gate;
    private KeyedBroadcastOperatorTestHarness<String, AlertSignal, ControlUpdate, Alert> alerts;

    @BeforeEach
    void open() throws Exception {
        around = new TestDeployment(folder, TestRulebook.at(NOON), NOON);
        around.stores().incidents().put(incident);
        gate = gate();
        gate.open();
        alerts = alerts();
        alerts.open();
    }

    @AfterEach
    void close() throws Exception {
        gate.close();
        alerts.close();
    }

    @Test
    @Control("RET-03")
    void erasesOnADeleteWhatTheStoreAloneRemembers() throws Exception {
        // Given
        OperatorSubtaskState checkpoint = gate.snapshot(1, 1);
        admit("p1", "ann");
        goOnFrom(checkpoint);

        // When
        gate.processElement(
                Candidate.withdrawPost(INCIDENT, TestPosts.delete("p1", NOON.plusSeconds(1))), 0);

        // Then
        assertThat(gate.extractOutputValues())
                .containsExactly(
                        PostWrite.erase(
                                around.documentId(INCIDENT, "p1"),
                                TestPosts.delete("p1", NOON.plusSeconds(1)).version()));
    }

    @Test
    @Control("RET-03")
    void erasesEverythingOfADeletedAuthorWhereverItIsHeld() throws Exception {
        // Given
        admit("p1", "ann");
        admit("p2", "ben");
        admit("p3", "ann");
        gate.getOutput().clear();

        // When
        gate.processBroadcastElement(
                ControlUpdate.authorDeleted(TestPosts.deleteAuthor("ann", NOON.plusSeconds(1))), 0);
        gate.processElement(candidate("p4", "ann"), 0);

        // Then
        assertThat(gate.extractOutputValues())
                .extracting(PostWrite::documentId)
                .containsExactlyInAnyOrder(
                        around.documentId(INCIDENT, "p1"), around.documentId(INCIDENT, "p3"));
        assertThat(told(LedgerEntryType.DELETE)).hasSize(1);
    }

    @Test
    void namesInTheLedgerWhatTheStoreAloneRemembersOnce() throws Exception {
        // Given
        admit("p0", "zoe");
        gate.setProcessingTime(10_000);
        OperatorSubtaskState checkpoint = gate.snapshot(1, 1);
        admit("p1", "ann");
        admit("p2", "ben");
        goOnFrom(checkpoint);

        // When
        gate.processBroadcastElement(ControlUpdate.tick(NOON, NOON, NOON), 0);
        gate.processElement(candidate("p2", "ben"), 0);
        gate.setProcessingTime(20_000);

        // Then
        List<LedgerDraft> batches = told(LedgerEntryType.COLLECT_BATCH);
        assertThat(batches)
                .extracting(draft -> draft.payload().replaceAll(".*\"items\":(\\d+).*", "$1"))
                .containsExactly("2", "0");
        assertThat(gate.extractOutputValues())
                .extracting(PostWrite::documentId)
                .containsExactly(around.documentId(INCIDENT, "p2"));
    }

    @Test
    void goesOnFromTheAlertsThatTheStoreHasAndNotFromOlderOnes() throws Exception {
        // Given
        admit("p1", "ann");
        hear();
        OperatorSubtaskState checkpoint = alerts.snapshot(1, 1);
        admit("p2", "ben", "people running, heard many shots near the food court");
        hear();
        Alert newest = newest();
        alerts.close();
        alerts = alerts();
        alerts.initializeState(checkpoint);
        alerts.open();

        // When
        admit("p3", "cat", "glass everywhere by the west doors, somebody shots at cars");
        hear();

        // Then
        assertThat(newest().sequence()).isGreaterThan(newest.sequence());
    }

    private void admit(String id, String author) throws Exception {
        admit(id, author, "shots fired, post " + id);
    }

    private void admit(String id, String author, String text) throws Exception {
        gate.processElement(candidate(id, author, text), 0);
        List<PostWrite> writes = new ArrayList<>(gate.extractOutputValues());
        around.stores()
                .posts()
                .write(List.of(writes.get(writes.size() - 1)))
                .toCompletableFuture()
                .join();
        assertThat(around.stores().posts().find(around.documentId(INCIDENT, id))).isPresent();
    }

    /** Takes what the gate says to the alerts, and what they say to the store. */
    private void hear() throws Exception {
        for (StreamRecord<AlertSignal> signal :
                gate.getSideOutput(AdmissionFunction.ALERT_SIGNALS)) {
            alerts.processElement(signal.getValue(), 0);
        }
        gate.getSideOutput(AdmissionFunction.ALERT_SIGNALS).clear();
        around.stores().alerts().write(alerts.extractOutputValues()).toCompletableFuture().join();
        alerts.getOutput().clear();
    }

    private Alert newest() {
        return around.stores().alerts().list(INCIDENT, 10).get(0);
    }

    private void goOnFrom(OperatorSubtaskState checkpoint) throws Exception {
        gate.close();
        gate = gate();
        gate.initializeState(checkpoint);
        gate.open();
    }

    private List<LedgerDraft> told(LedgerEntryType type) {
        Collection<StreamRecord<LedgerDraft>> drafts = gate.getSideOutput(SideOutputs.LEDGER);
        return drafts == null
                ? List.of()
                : drafts.stream()
                        .map(StreamRecord::getValue)
                        .filter(draft -> draft.type() == type)
                        .toList();
    }

    private Candidate candidate(String id, String author) {
        return candidate(id, author, "shots fired, post " + id);
    }

    private Candidate candidate(String id, String author, String text) {
        Post post = TestPosts.post(id, author, text, TestPosts.MALL, NOON);
        Analysis analysis =
                new WordAnalyzers()
                        .create()
                        .analyze(post, new NothingWatched())
                        .orElseThrow()
                        .analysis();
        Match match = new Match(INCIDENT, CandidatePlaces.of(post, analysis, null).get(0), 0, true);
        return Candidate.matched(incident, TestPosts.upsert(post), analysis, match, List.of());
    }

    private KeyedBroadcastOperatorTestHarness<String, Candidate, ControlUpdate, PostWrite> gate()
            throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new AdmissionFunction(
                                around.control(clock),
                                SureReader::new,
                                around.factory(),
                                around.keyring(),
                                "run"),
                        List.of()),
                Candidate::incidentId,
                Types.STRING,
                1,
                1,
                0);
    }

    private KeyedBroadcastOperatorTestHarness<String, AlertSignal, ControlUpdate, Alert> alerts()
            throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new AlertFunction(
                                around.control(clock),
                                around.factory(),
                                SureReader::new,
                                List.of()),
                        List.of()),
                AlertSignal::incidentId,
                Types.STRING,
                1,
                1,
                0);
    }
}
