// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

final class StoredReportsTest {

    private static final String INCIDENT = "push:chaos";

    @TempDir private Path folder;
    private final InMemoryStores stores = new InMemoryStores();
    private final Chronicle chronicle =
            new Chronicle(
                    InstantSource.fixed(Instant.parse("2026-12-01T10:00:00Z")), (event, at) -> {});
    private IncidentKey key;
    private StoredReports stored;

    @BeforeEach
    void openKeys() throws Exception {
        IncidentKeys keys =
                IncidentKeys.of(KeyFolder.create(folder.resolve("keys"), "rtcc.example.org/audit"));
        key = keys.openOrCreate(INCIDENT);
        stored = new StoredReports(stores, keys, INCIDENT);
        for (int i = 0; i < 20; i++) {
            chronicle.report();
        }
        chronicle.reports().forEach(chronicle::revise);
    }

    @Test
    void findsNothingWrongWhereTheStoreHoldsTheTruth() {
        // Given
        chronicle.reports().stream().filter(r -> !r.deleted()).forEach(r -> keep(r, r.text()));

        // When
        StoredReports.Truth truth = stored.compare(chronicle.reports());

        // Then
        assertThat(truth.isWhole()).isTrue();
        assertThat(truth.kept()).isEqualTo(19);
    }

    @Test
    void namesWhatIsLostStaleRisenOrTooMuch() {
        // Given
        for (Chronicle.Report report : chronicle.reports()) {
            if (report.number() != 3) {
                keep(report, report.text().replace(", two of them now", ""));
            }
        }
        write(SamplePost.of(INCIDENT, "stranger"));

        // When
        StoredReports.Truth truth = stored.compare(chronicle.reports());

        // Then
        assertThat(truth.isWhole()).isFalse();
        assertThat(truth.lost()).singleElement().asString().startsWith("3 of ");
        assertThat(truth.stale()).hasSize(1);
        assertThat(truth.risen()).hasSize(1);
        assertThat(truth.extra()).isEqualTo(1);
    }

    private void keep(Chronicle.Report report, String text) {
        write(SamplePost.of(INCIDENT, key.documentId("bluesky", report.postId())).withText(text));
    }

    private void write(SamplePost post) {
        stores.posts().write(List.of(post.upsert())).toCompletableFuture().join();
    }
}
