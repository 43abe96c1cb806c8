// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.training.reader.data.AuthorFiles;
import org.perimeter.nlp.training.reader.data.AuthoredExample;
import org.perimeter.nlp.training.reader.data.Authors;
import org.perimeter.nlp.training.reader.data.ReaderExample;

import java.util.List;

final class DevelopmentPostsTest {

    private final Authors all = AuthorFiles.read();
    private final Authors training = DevelopmentPosts.training(all);
    private final Authors development = DevelopmentPosts.development(all);

    @Test
    void trainingSeesNoneOfThem() {
        assertThat(training.posts()).doesNotContainAnyElementsOf(development.posts());
        assertThat(training.packs()).doesNotContainAnyElementsOf(development.packs());
        assertThat(training.posts().stream().map(AuthoredExample::text))
                .doesNotContainAnyElementsOf(
                        development.posts().stream().map(AuthoredExample::text).toList());
    }

    @Test
    void dailyLifeIsReadBesideAnIncidentThatItIsNotAbout() {
        // When
        List<ReaderExample> beside =
                DevelopmentPosts.singles(development).stream()
                        .filter(example -> example.incident() != null)
                        .toList();

        // Then
        assertThat(beside).hasSizeGreaterThan(100);
        assertThat(beside)
                .allMatch(e -> Boolean.FALSE.equals(e.labels().answer(CloseHead.ABOUT)))
                .allMatch(e -> Boolean.FALSE.equals(e.labels().answer(CloseHead.REPORT)));
    }

    @Test
    void packsBringBothVerdicts() {
        assertThat(DevelopmentPosts.packs(development))
                .anyMatch(e -> Boolean.TRUE.equals(e.labels().answer(CloseHead.ABOUT)))
                .anyMatch(e -> Boolean.FALSE.equals(e.labels().answer(CloseHead.ABOUT)));
    }
}
