// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.incident.IncidentCategory;

final class IncidentTextTest {

    @Test
    void saysTitleKindAndPlace() {
        assertThat(
                        new IncidentText(
                                        "Tank car leaking ",
                                        IncidentCategory.HAZARDOUS_MATERIAL,
                                        "Mill Yard")
                                .text())
                .isEqualTo("Tank car leaking. hazardous material. Mill Yard");
    }

    @Test
    void leavesOutAPlaceThatIsNotKnown() {
        assertThat(new IncidentText("Smoke", IncidentCategory.FIRE, " ").text())
                .isEqualTo("Smoke. fire.");
    }
}
