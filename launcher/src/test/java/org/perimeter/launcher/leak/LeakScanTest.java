// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.Identity;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.redaction.leak.LeakKind;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Controls IDN-01 and IDN-02: what a scan of the store says. */
final class LeakScanTest {

    private static final String INCIDENT = "manual:1";

    @TempDir private Path folder;

    private final InMemoryStores stores = new InMemoryStores();
    private IncidentKeys keys;

    @BeforeEach
    void prepare() throws IOException {
        keys = IncidentKeys.of(KeyFolder.create(folder.resolve("keys"), "audit"));
        keys.openOrCreate(INCIDENT);
        stores.incidents().put(SampleIncident.of(INCIDENT).incident());
    }

    @Test
    @Control({"IDN-01", "IDN-02"})
    void countsByKindWhatNamesPeople() {
        // Given
        store("clean", "Shots by [handle] at the mall");
        store("handle", "ask @zofia_k at the mall");
        store("phone", "call 510-555-0144");
        store("raw", "by https-net-example-zofia-k there");

        // When
        LeakReport report = new LeakScan(stores, keys).scan(100, new Random(1));

        // Then
        assertThat(report.scanned()).isEqualTo(4);
        assertThat(report.unopened()).isZero();
        assertThat(report.finds().get("clean")).isEmpty();
        assertThat(report.finds().get("handle")).containsExactly(LeakKind.HANDLE);
        assertThat(report.finds().get("phone")).containsExactly(LeakKind.NUMBER);
        assertThat(report.finds().get("raw")).containsExactly(LeakKind.RAW_ID);
        assertThat(report.found()).isEqualTo(3);
        assertThat(report.lines())
                .contains("scanned 4 of 4", "handle 1", "number 1", "raw-id 1", "mail 0")
                .contains("raw raw-id")
                .noneMatch(line -> line.contains("zofia"));
    }

    @Test
    void looksAtNoMoreThanItIsAskedTo() {
        // Given
        store("a", "ask @zofia_k");
        store("b", "ask @zofia_k");
        store("c", "ask @zofia_k");

        // When
        LeakReport report = new LeakScan(stores, keys).scan(2, new Random(1));

        // Then
        assertThat(report.scanned()).isEqualTo(2);
        assertThat(report.lines()).contains("scanned 2 of 3", "handle 2");
    }

    @Test
    void saysOfHowManyTheIdentityIsNotKnownAnyMore() {
        // Given
        store("a", "Shots at the mall");
        keys.destroy(INCIDENT);

        // When
        LeakReport report = new LeakScan(stores, keys).scan(10, new Random(1));

        // Then
        assertThat(report.unopened()).isEqualTo(1);
        assertThat(report.found()).isZero();
    }

    private void store(String id, String text) {
        StoredPost post = SamplePost.of(INCIDENT, id).withText(text).stored();
        String sealed =
                new Identity("exercise", "post-" + id, "https-net-example-zofia-k", null)
                        .seal(keys.openOrCreate(INCIDENT), id);
        IdentityRecord identity =
                new IdentityRecord(
                        id, INCIDENT, sealed, post.retentionClass(), post.deleteByDay(), 1);
        stores.posts()
                .write(List.of(PostWrite.upsert(post, identity)))
                .toCompletableFuture()
                .join();
    }
}
