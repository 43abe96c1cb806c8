// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.split.Part;

import java.util.List;

final class AuditTableTest {

    @Test
    void showsTheWorstGroupOfEachMeasure() {
        // Given one red, one amber and one green ratio
        ErrorRate best = new ErrorRate(1_000, 20_000);
        List<Finding> findings =
                List.of(
                        Gates.falseAlarms("calm", new ErrorRate(1_000, 20_000), best),
                        Gates.falseAlarms("hot", new ErrorRate(3_000, 20_000), best),
                        Gates.falseAlarms("warm", new ErrorRate(1_210, 20_000), best));
        AuditTable table = new AuditTable();

        // When
        table.add("invented", Part.ALL, findings);

        // Then
        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().get(2))
                .startsWith("| invented | all | fprRatio | 1, 1, 1 | hot | 3.000 [")
                .endsWith("| 3000 of 20000 |  |");
    }
}
