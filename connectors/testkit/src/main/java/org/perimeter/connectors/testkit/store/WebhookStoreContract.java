// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled;
import org.perimeter.connectors.spi.store.webhook.WebhookFailure;
import org.perimeter.connectors.spi.store.webhook.WebhookLease;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.connectors.spi.store.webhook.WebhookStore;

import java.time.Instant;

/** What every {@link WebhookStore} must do. */
public abstract class WebhookStoreContract extends StoreContract {

    private static final Instant NOW = SamplePost.WITNESSED.plusNanos(1);

    private WebhookStore webhooks() {
        return stores().webhooks();
    }

    @Test
    void findsAtOnceWhatWasSavedAndNothingElse() {
        // Given
        WebhookState fresh = WebhookState.startingAfter("dispatch", 7);

        // When
        WebhookState saved = webhooks().save(fresh).orElseThrow();

        // Then
        assertThat(saved).isEqualTo(fresh.withNextRevision());
        assertThat(webhooks().find("dispatch")).contains(saved);
        assertThat(webhooks().find("other")).isEmpty();
    }

    @Test
    void keepsEverythingThatIsKnownOfAnEndpoint() {
        // Given
        WebhookState fresh = WebhookState.startingAfter("dispatch", 7);
        WebhookState full =
                fresh.withLease(new WebhookLease("console-a", NOW.plusSeconds(60)))
                        .settled(
                                9,
                                fresh.progress().failed(NOW, NOW.plusSeconds(5)),
                                fresh.history()
                                        .delivered(NOW, "204")
                                        .gaveUp(
                                                new WebhookFailure(
                                                        "a1-1-RAISED", "a1", 10, "TIMEOUT", NOW)));

        // When
        WebhookState saved = webhooks().save(full).orElseThrow();

        // Then
        assertThat(webhooks().find("dispatch")).contains(saved);
        WebhookState off =
                saved.withDisabled(new WebhookDisabled(WebhookDisabled.Reason.GONE, NOW));
        assertThat(webhooks().save(off)).contains(off.withNextRevision());
        assertThat(webhooks().find("dispatch")).contains(off.withNextRevision());
    }

    @Test
    void refusesWhatWasChangedFromAnOlderState() {
        // Given
        WebhookState first =
                webhooks().save(WebhookState.startingAfter("dispatch", 0)).orElseThrow();
        WebhookState second =
                webhooks().save(first.withLease(new WebhookLease("a", NOW))).orElseThrow();

        // When, Then
        assertThat(webhooks().save(first.withLease(new WebhookLease("b", NOW)))).isEmpty();
        assertThat(webhooks().save(WebhookState.startingAfter("dispatch", 5))).isEmpty();
        assertThat(webhooks().find("dispatch")).contains(second);
    }
}
