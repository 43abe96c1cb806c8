// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;

import java.util.Map;

final class SmallGroupsTest {

    @Test
    @Control("OUT-02")
    void groupsOfTenStandAloneAndSmallerOnesStandTogether() {
        // Given
        Map<String, Long> groups = Map.of("A", 10L, "B", 6L, "C", 5L, "D", 40L);

        // When
        Map<String, Long> joined = SmallGroups.join(groups);

        // Then
        assertThat(joined).isEqualTo(Map.of("A", 10L, "D", 40L, "OTHER", 11L));
    }

    @Test
    @Control("OUT-02")
    void aLoneSmallGroupTakesTheNextOneAlong() {
        // Given
        Map<String, Long> groups = Map.of("A", 10L, "B", 3L, "D", 40L);

        // When
        Map<String, Long> joined = SmallGroups.join(groups);

        // Then
        assertThat(joined).isEqualTo(Map.of("OTHER", 13L, "D", 40L));
    }

    @Test
    @Control("OUT-02")
    void twoGroupsThatAreSmallTogetherTakeAThirdAlong() {
        // Given
        Map<String, Long> groups = Map.of("A", 1L, "B", 2L, "C", 30L, "D", 40L);

        // When
        Map<String, Long> joined = SmallGroups.join(groups);

        // Then
        assertThat(joined).isEqualTo(Map.of("OTHER", 33L, "D", 40L));
    }

    @Test
    @Control("OUT-02")
    void nothingIsLostWhenThereIsOneSmallGroupOnly() {
        // Given
        Map<String, Long> groups = Map.of("A", 3L, "B", 0L);

        // When
        Map<String, Long> joined = SmallGroups.join(groups);

        // Then
        assertThat(joined).isEqualTo(Map.of("OTHER", 3L));
    }
}
