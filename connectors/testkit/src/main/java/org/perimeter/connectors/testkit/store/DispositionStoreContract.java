// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.policy.model.alert.AlertDisposition;
import org.perimeter.policy.model.alert.AlertVerdict;
import org.perimeter.policy.model.alert.RulePrecision;

import java.time.Instant;

/** What every {@link DispositionStore} must do. */
public abstract class DispositionStoreContract extends StoreContract {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.000000001Z");

    private DispositionStore dispositions() {
        return stores().dispositions();
    }

    private static AlertDisposition disposition(
            String alertId, String rule, AlertVerdict verdict, long second) {
        return new AlertDisposition(
                alertId, "manual:1", rule, 2, verdict, NOON.plusSeconds(second));
    }

    @Test
    void listsWhatWasMadeOfAnIncidentsAlertsNewestFirst() {
        // Given
        AlertDisposition first = disposition("a1", "r1", AlertVerdict.USEFUL, 0);
        AlertDisposition second = disposition("a2", "r1", AlertVerdict.FALSE, 1);

        // When
        dispositions().put(first);
        dispositions().put(second);

        // Then
        assertThat(dispositions().list("manual:1", 10)).containsExactly(second, first);
        assertThat(dispositions().list("manual:1", 1)).containsExactly(second);
        assertThat(dispositions().list("manual:2", 10)).isEmpty();
    }

    @Test
    void keepsTheNewestDispositionOfAnAlertOnly() {
        // Given
        dispositions().put(disposition("a1", "r1", AlertVerdict.USEFUL, 0));

        // When
        dispositions().put(disposition("a1", "r1", AlertVerdict.FALSE, 1));

        // Then
        assertThat(dispositions().list("manual:1", 10))
                .extracting(AlertDisposition::verdict)
                .containsExactly(AlertVerdict.FALSE);
        assertThat(dispositions().precisions()).containsEntry("r1", new RulePrecision(0, 1));
    }

    @Test
    void countsTheUsefulOnesOfEachRule() {
        // Given
        assertThat(dispositions().precisions()).isEmpty();

        // When
        dispositions().put(disposition("a1", "r1", AlertVerdict.USEFUL, 0));
        dispositions().put(disposition("a2", "r1", AlertVerdict.NOT_USEFUL, 1));
        dispositions().put(disposition("a3", "r1", AlertVerdict.FALSE, 2));
        dispositions().put(disposition("a4", "r2", AlertVerdict.USEFUL, 3));

        // Then
        assertThat(dispositions().precisions())
                .containsOnly(
                        entry("r1", new RulePrecision(1, 3)), entry("r2", new RulePrecision(1, 1)));
    }
}
