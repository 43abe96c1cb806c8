// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.io.IOException;
import java.util.List;

final class ThreatFindingTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void takesItsScoreForItsProbabilityWhereNothingWasCalibrated() {
        // When
        ThreatFinding finding =
                new ThreatFinding(ThreatKind.REPORT, IncidentCategory.FIRE, 0.8, List.of());

        // Then
        assertThat(finding.probability()).isEqualTo(0.8);
    }

    @Test
    void readsWhatWasWrittenBeforeThereWereProbabilities() throws IOException {
        // When
        ThreatFinding finding =
                json.readValue(
                        "{\"kind\":\"REPORT\",\"category\":\"FIRE\",\"score\":0.7,\"spans\":[]}",
                        ThreatFinding.class);

        // Then
        assertThat(finding.probability()).isEqualTo(0.7);
    }

    @Test
    void keepsScoreAndProbabilityApart() throws IOException {
        // Given
        ThreatFinding finding =
                new ThreatFinding(ThreatKind.THREAT, IncidentCategory.FIRE, 0.9, 0.6, List.of());

        // When
        ThreatFinding read = json.readValue(json.writeValueAsString(finding), ThreatFinding.class);

        // Then
        assertThat(read).isEqualTo(finding);
        assertThat(read.probability()).isEqualTo(0.6);
    }
}
