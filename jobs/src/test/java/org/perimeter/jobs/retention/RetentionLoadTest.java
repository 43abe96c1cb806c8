// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a round of retention asks of the store when many incidents were closed long ago. */
class RetentionLoadTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir Path folder;

    private final Map<String, Integer> calls = new HashMap<>();
    private boolean isExpungingBroken;
    private Instant now = NOON.plus(Duration.ofHours(73));
    private TestDeployment around;
    private InMemoryStores stores;
    private RetentionLoop loop;

    @BeforeEach
    void makeLoop() throws IOException {
        around = new TestDeployment(folder, TestRulebook.at(NOON), NOON);
        stores = around.stores();
        Clerk clerk = new Clerk(stores.ledgerInbox(), "test");
        PostStore posts = watched(PostStore.class, stores.posts());
        Stores watched = withPosts(posts);
        loop =
                new RetentionLoop(
                        watched,
                        around.rulebooks(),
                        new Eraser(watched, around.incidentKeys(), () -> now),
                        new Sweeper(watched, clerk),
                        () -> now);
    }

    @Test
    void asksByWhatIsDueAndNotOnceForEveryIncidentEverClosed() {
        // Given
        for (int i = 0; i < 1_000; i++) {
            stores.incidents()
                    .put(TestPosts.incident("manual:" + i, NOON, IncidentStatus.CLOSED, 2));
        }
        stores.posts()
                .write(List.of(SamplePost.of("manual:7", "d1").upsert()))
                .toCompletableFuture()
                .join();

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isEmpty();
        assertThat(calls.get("heldIncidents")).isEqualTo(1);
        assertThat(calls.get("idsOfIncident")).isEqualTo(2);
    }

    @Test
    @Control("RET-02")
    void isNotLateBecauseTheDisksAreSlow() {
        // Given
        isExpungingBroken = true;

        // When
        loop.run();

        // Then
        assertThat(calls.get("expunge")).isEqualTo(1);
        assertThat(stores.retentionDiary().lastFinished()).contains(now);
    }

    @Test
    void expungesOnceAnHourHoweverManyRoundsThereAre() {
        // When
        for (int minute = 0; minute < 120; minute++) {
            loop.run();
            now = now.plusSeconds(60);
        }

        // Then
        assertThat(calls.get("expunge")).isEqualTo(2);
    }

    private Stores withPosts(PostStore posts) {
        return (Stores)
                Proxy.newProxyInstance(
                        Stores.class.getClassLoader(),
                        new Class<?>[] {Stores.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("posts")
                                        ? posts
                                        : method.invoke(stores, arguments));
    }

    private <T> T watched(Class<T> port, T target) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            calls.merge(method.getName(), 1, Integer::sum);
                            if (isExpungingBroken && method.getName().equals("expunge")) {
                                throw new StoreException("it takes too long", true, null);
                            }
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
