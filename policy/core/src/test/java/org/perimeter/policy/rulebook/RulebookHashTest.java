// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was signed stays signed: another reader or writer must not change the hash of a text. */
final class RulebookHashTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rulebook-of-2026.yaml | 8b08586b8dd45eb3cf41a53cbfaf1b2fc9ef882b7b276417f90989d04790a57f",
                "numbers-and-words.yaml | 052be539c3aee3de8852477c8958f2f608e622dea275a3fbffc5aee4985aeac8"
            })
    void theHashOfATextNeverChanges(String resource, String expected) {
        // Given
        String yaml = Resources.read(RulebookHashTest.class, resource);

        // When
        RulebookDraft draft = RulebookDraft.parse(yaml);

        // Then
        assertThat(draft.hash()).isEqualTo(expected);
    }
}
