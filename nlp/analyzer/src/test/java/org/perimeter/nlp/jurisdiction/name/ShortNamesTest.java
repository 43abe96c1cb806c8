// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class ShortNamesTest {

    private final ShortNames shorter = new ShortNames(NameWords.load(), Set.of(List.of("norvale")));

    @Test
    void leavesOutWhatKindItIs() {
        assertThat(shorter.of(List.of("oxley", "heights", "middle", "school"), "school"))
                .contains(List.of("oxley"), List.of("oxley", "heights", "middle"));
    }

    @Test
    void keepsOrdinaryWordsThatAreANameTogether() {
        assertThat(shorter.of(List.of("lower", "mill", "academy"), "school"))
                .contains(List.of("lower", "mill"))
                .doesNotContain(List.of("lower"));
    }

    @Test
    void isNeverTheNameItself() {
        List<String> name = List.of("oxley", "mall");

        assertThat(shorter.of(name, "mall")).doesNotContain(name);
    }
}
