// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.post.PostEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class WorkflowIT {

    private static final String INCIDENT = "manual:1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir Path folder;

    private final Instant start = Instant.now();
    private TestJob job;

    @BeforeEach
    void startJob() throws Exception {
        job = new TestJob(folder);
        job.put(TestPosts.incident(INCIDENT, start));
        job.start();
    }

    @AfterEach
    void stopJob() throws Exception {
        job.close();
    }

    @Test
    @Control("OUT-03")
    void takesReportsOfTwoAuthorsToTheStoreAndRaisesAnAlert() {
        // Given
        PostEvent ordinary =
                TestPosts.upsert(
                        TestPosts.post("p3", "cat", "nice weather", TestPosts.MALL, Instant.now()));
        PostEvent elsewhere =
                TestPosts.upsert(
                        TestPosts.post("p4", "dan", "shots!", TestPosts.ELSEWHERE, Instant.now()));

        // When
        job.script().deliver(report("p1", "ann"), secondVoice("p2", "ben"), ordinary, elsewhere);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts()).hasSize(1));
        assertThat(alerts().get(0).state()).isEqualTo(AlertState.RAISED);
        assertThat(alerts().get(0).authors()).isEqualTo(2);
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p2") != null);
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") != null);
        assertThat(job.get(INCIDENT, "p2").text()).doesNotContain("@ann").contains("food court");
        assertThat(job.find(INCIDENT, "p3")).isNull();
        assertThat(job.find(INCIDENT, "p4")).isNull();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(ledgerTypes())
                                        .contains(
                                                LedgerEntryType.COLLECT_BATCH,
                                                LedgerEntryType.ALERT));
        await().atMost(PATIENCE).until(() -> job.tally("seen") == 4);
        assertThat(job.tally("gate/COLLECT/ALLOWED")).isEqualTo(4);
        assertThat(job.tally("waited")).isEqualTo(1);
        assertThat(job.tally("ready")).isPositive();
    }

    @Test
    void numbersLedgerDraftsFromOneWithoutGaps() {
        // Given
        job.script().deliver(report("p1", "ann"), secondVoice("p2", "ben"));
        await().atMost(PATIENCE).until(() -> ledgerTypes().contains(LedgerEntryType.ALERT));

        // When
        job.script().deliver(TestPosts.delete("p1", Instant.now()));

        // Then
        await().atMost(PATIENCE).until(() -> ledgerTypes().contains(LedgerEntryType.DELETE));
        List<Long> numbers =
                job.deployment().stores().ledgerInbox().waiting(100).stream()
                        .map(draft -> draft.sequence())
                        .toList();
        assertThat(numbers.get(0)).isEqualTo(1);
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
    }

    @Test
    @Control("RET-03")
    void erasesDeletedPostsAndRetractsTheAlertThatStoodOnThem() {
        // Given
        job.script().deliver(report("p1", "ann"), secondVoice("p2", "ben"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts()).hasSize(1));

        // When
        job.script().deliver(TestPosts.delete("p1", Instant.now()));

        // Then
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") == null);
        await().atMost(PATIENCE).until(() -> alerts().get(0).state() == AlertState.RETRACTED);
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p2") != null);
    }

    @Test
    @Control("RET-03")
    void erasesEverythingOfADeletedAccountAndNothingElse() {
        // Given
        job.script().deliver(report("p1", "ann"), report("p2", "ann"), report("p3", "ben"));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                job.find(INCIDENT, "p1") != null
                                        && job.find(INCIDENT, "p2") != null
                                        && job.find(INCIDENT, "p3") != null);

        // When
        job.script().deliver(TestPosts.deleteAuthor("ann", Instant.now()));

        // Then
        await().atMost(PATIENCE)
                .until(() -> job.find(INCIDENT, "p1") == null && job.find(INCIDENT, "p2") == null);
        assertThat(job.find(INCIDENT, "p3")).isNotNull();
    }

    @Test
    @Control("RET-03")
    void erasesAPostWhoseEditNoLongerQualifies() {
        // Given
        job.script().deliver(report("p1", "ann"));
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") != null);

        // When
        job.script()
                .deliver(
                        TestPosts.upsert(
                                TestPosts.post(
                                        "p1",
                                        "ann",
                                        "never mind, a film set",
                                        TestPosts.MALL,
                                        Instant.now())));

        // Then
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") == null);
    }

    @Test
    @Control("RET-03")
    void overwritesAPostWithItsEdit() {
        // Given
        job.script().deliver(report("p1", "ann"));
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") != null);

        // When
        job.script().deliver(secondVoice("p1", "ann"));

        // Then
        await().atMost(PATIENCE).until(() -> job.get(INCIDENT, "p1").text().contains("food court"));
    }

    @Test
    void closesTheAlertWithItsIncidentAndRetractsItWhenTheIncidentNeverWas() {
        // Given
        job.script().deliver(report("p1", "ann"), secondVoice("p2", "ben"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts()).hasSize(1));

        // When
        job.put(TestPosts.incident(INCIDENT, start, IncidentStatus.CLOSED, 2));
        await().atMost(PATIENCE).until(() -> alerts().get(0).state() == AlertState.CLOSED);
        job.put(TestPosts.incident(INCIDENT, start, IncidentStatus.CANCELLED, 3));

        // Then
        await().atMost(PATIENCE).until(() -> alerts().get(0).state() == AlertState.RETRACTED);
    }

    @Test
    void turnsTextsThatBreakTheAnalyzerIntoDeadLettersWithoutContent() {
        // Given
        PostEvent broken =
                TestPosts.upsert(
                        TestPosts.post(
                                "post-one",
                                "quill",
                                "broken shots",
                                TestPosts.MALL,
                                Instant.now()));
        PostEvent endless =
                TestPosts.upsert(
                        TestPosts.post(
                                "post-two",
                                "wrenna",
                                "endless shots",
                                TestPosts.MALL,
                                Instant.now()));

        // When
        job.script().deliver(broken, endless, report("p1", "cat"));

        // Then
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") != null);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(job.deployment().stores().deadLetters().list(10))
                                        .extracting(letter -> letter.reason())
                                        .containsExactlyInAnyOrder(
                                                DeadLetterReason.ANALYSIS_FAILED,
                                                DeadLetterReason.TIME_BUDGET));
        assertThat(job.deployment().stores().deadLetters().list(10).toString())
                .doesNotContain("post-one", "post-two", "quill", "wrenna", "shots");
    }

    @Test
    void losesAndDoublesNothingWhenTheStoreGoesAwayInTheMiddle() {
        // Given
        job.script().deliver(report("p0", "author0"));
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p0") != null);
        job.deployment().stores().posts().faults().down();
        for (int i = 1; i < 40; i++) {
            job.script().deliver(report("p" + i, "author" + i));
        }
        await().atMost(PATIENCE).until(() -> job.tally("admission/ADMIT/ALLOWED") == 40);

        // When
        job.deployment().stores().posts().faults().up();

        // Then
        await().atMost(PATIENCE).until(() -> stored() == 40);
        assertThat(job.deployment().stores().posts().idsOfIncident(INCIDENT, 100))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    private long stored() {
        return job.deployment().stores().posts().idsOfIncident(INCIDENT, 100).size();
    }

    private List<Alert> alerts() {
        return job.deployment().stores().alerts().list(INCIDENT, 10);
    }

    private List<LedgerEntryType> ledgerTypes() {
        return job.deployment().stores().ledgerInbox().waiting(100).stream()
                .map(draft -> draft.type())
                .toList();
    }

    private static PostEvent report(String id, String author) {
        return TestPosts.upsert(TestPosts.report(id, author, Instant.now()));
    }

    private static PostEvent secondVoice(String id, String author) {
        return TestPosts.upsert(
                TestPosts.post(
                        id,
                        author,
                        "people running, heard many shots near the food court @ann",
                        TestPosts.MALL,
                        Instant.now()));
    }
}
