// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.reading.EvidenceSpan;

import java.util.List;

final class OcclusionTest {

    @Test
    void namesTheWordsThatMatterInCodePoints() {
        // Given
        String text = "\uD83D\uDE31 they are shooting and burning things";

        // When
        List<EvidenceSpan> spans =
                Occlusion.spans(
                        text,
                        "close.report",
                        post ->
                                (post.contains("shooting") ? 2 : 0)
                                        + (post.contains("burning") ? 1 : 0));

        // Then
        assertThat(spans)
                .containsExactly(
                        new EvidenceSpan(11, 19, "close.report"),
                        new EvidenceSpan(24, 31, "close.report"));
    }

    @Test
    void namesNothingWhereNoWordMatters() {
        // Given
        String text = "nothing at all";

        // When
        List<EvidenceSpan> spans = Occlusion.spans(text, "close.threat", post -> 1);

        // Then
        assertThat(spans).isEmpty();
    }
}
