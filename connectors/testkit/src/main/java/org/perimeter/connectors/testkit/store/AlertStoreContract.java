// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;

import java.util.List;

/** What every {@link AlertStore} must do. */
public abstract class AlertStoreContract extends StoreContract {

    private static final SampleAlert ALERT = SampleAlert.of("manual:1", "alert-1");

    private AlertStore alerts() {
        return stores().alerts();
    }

    @Test
    void findsAnAlertAtOnceAndUnchanged() {
        // When
        List<Result> results = results(alerts().write(List.of(ALERT.alert())));

        // Then
        assertThat(results).containsExactly(Result.OK);
        assertThat(alerts().find("alert-1")).contains(ALERT.alert());
        assertThat(alerts().find("alert-2")).isEmpty();
    }

    @Test
    void acceptsTheSameSequenceAgainAndRefusesAnOlderOne() {
        // Given
        Alert confirmed = ALERT.next(AlertState.CONFIRMED).alert();

        // When
        List<Result> results =
                results(alerts().write(List.of(confirmed, confirmed, ALERT.alert())));

        // Then
        assertThat(results).containsExactly(Result.OK, Result.OK, Result.STALE);
        assertThat(alerts().find("alert-1")).contains(confirmed);
        assertThat(alerts().list(null, 10)).containsExactly(confirmed);
    }

    @Test
    void listsNewestChangeFirstAndOneIncidentOnly() {
        // Given
        Alert first = ALERT.alert();
        Alert second =
                SampleAlert.of("manual:1", "alert-2")
                        .withUpdatedAt(ALERT.updatedAt().plusNanos(1))
                        .alert();
        Alert elsewhere = SampleAlert.of("manual:2", "alert-3").next(AlertState.CLOSED).alert();
        await(alerts().write(List.of(first, second, elsewhere)));

        // When, Then
        assertThat(alerts().list(null, 10)).containsExactly(elsewhere, second, first);
        assertThat(alerts().list("manual:1", 10)).containsExactly(second, first);
        assertThat(alerts().list("manual:1", 1)).containsExactly(second);
        assertThat(alerts().list("manual:3", 10)).isEmpty();
    }

    @Test
    void dropsTheAlertsThatChangedLastBeforeAnInstant() {
        // Given
        Alert old = ALERT.alert();
        Alert atTheInstant =
                SampleAlert.of("manual:1", "alert-2")
                        .withUpdatedAt(ALERT.updatedAt().plusSeconds(1))
                        .alert();
        await(alerts().write(List.of(old, atTheInstant)));

        // When
        long dropped = alerts().dropBefore(ALERT.updatedAt().plusSeconds(1));

        // Then
        assertThat(dropped).isEqualTo(1);
        assertThat(alerts().list(null, 10)).containsExactly(atTheInstant);
    }
}
