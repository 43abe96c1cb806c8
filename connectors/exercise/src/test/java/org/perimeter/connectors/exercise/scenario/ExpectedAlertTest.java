// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

final class ExpectedAlertTest {

    @Test
    void readsSeveralAlertsFromOneCell() {
        // When / Then
        assertThat(ExpectedAlert.parse("REPORT ROBBERY;THREAT ASSAULT"))
                .containsExactly(
                        new ExpectedAlert(ThreatKind.REPORT, IncidentCategory.ROBBERY),
                        new ExpectedAlert(ThreatKind.THREAT, IncidentCategory.ASSAULT));
        assertThat(ExpectedAlert.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPORT", "REPORT ROBBERY;", "REPORT VIGIL", "RUMOUR FIRE"})
    void refusesAnythingElse(String cell) {
        // When / Then
        assertThatThrownBy(() -> ExpectedAlert.parse(cell))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
