// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verbs take the forms that people write. */
final class InflectionTest {

    @ParameterizedTest
    @CsvSource({
        // verb as given; third person; present participle; pasts
        "kill, kills, killing, killed",
        "execute, executes, executing, executed",
        "stab, stabs, stabbing, stabbed",
        "behead, beheads, beheading, beheaded",
        "murder, murders, murdering, murdered",
        "crucify, crucifies, crucifying, crucified",
        "lynch, lynches, lynching, lynched",
        "gas, gasses, gassing, gassed",
        "shoot/shot, shoots, shooting, shot",
        "hang/hanged/hung, hangs, hanging, hanged hung"
    })
    void inflects(String verb, String third, String present, String pasts) {
        // When
        Inflection forms = Inflection.of(verb);

        // Then
        assertThat(forms.thirdPerson()).isEqualTo(third);
        assertThat(forms.present()).isEqualTo(present);
        assertThat(forms.past()).containsExactly(pasts.split(" ", -1));
    }
}
