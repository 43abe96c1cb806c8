// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.quality.split.Part;

import java.util.List;

class EverydayCorpusTest {

    @Test
    void holdsEverydayTalkAndReports() {
        // When
        List<LabelledPost> posts = EverydayCorpus.read(part(Part.HELD_OUT));

        // Then
        assertThat(posts).extracting(LabelledPost::label).containsOnly("NONE", "REPORT");
        assertThat(posts).allSatisfy(post -> assertThat(post.text()).isNotBlank());
    }

    @Test
    void hasNoPostThatTrainingSaw() {
        // When
        List<LabelledPost> posts = EverydayCorpus.read(part(Part.TRAIN));

        // Then
        assertThat(posts).isEmpty();
    }

    private static CorpusFiles part(Part part) {
        return new CorpusFiles(List.of(), part);
    }
}
