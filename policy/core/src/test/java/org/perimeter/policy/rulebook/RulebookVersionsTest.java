// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebookVersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "9, 10",
        "1.9, 1.10",
        "2026-09, 2026-10",
        "v1, v1.1",
        "1, 1b",
        "draft 2, draft 12"
    })
    void ordersNumbersByTheirSizeWhereverTheyStand(String earlier, String later) {
        assertThat(RulebookVersions.ORDER.compare(earlier, later)).isNegative();
        assertThat(RulebookVersions.ORDER.compare(later, earlier)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.0, 1.00", "a, a"})
    void findsLabelsEqualThatSayTheSame(String one, String other) {
        assertThat(RulebookVersions.ORDER.compare(one, other)).isZero();
    }
}
