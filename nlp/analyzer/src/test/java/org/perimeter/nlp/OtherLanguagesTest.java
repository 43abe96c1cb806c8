// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is made for English, or Spanish, never runs over a post in another language. */
class OtherLanguagesTest {

    private static final String FOLDER = "/org/perimeter/nlp/language/";

    private record Post(String language, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"other-languages-tuned.tsv", "other-languages-held-out.tsv"})
    void neverReachTheModelsOfEnglish(String file) {
        // Given
        List<Post> posts = posts(file);
        List<String> undetermined = new ArrayList<>();
        List<String> right = new ArrayList<>();

        // When
        for (Post post : posts) {
            AnalysisRequest request = AnalysisRequest.of(post.text());
            Analysis analysis = SharedModels.ANALYZER.analyze(request);
            if (analysis.language().equals("und")) {
                undetermined.add(post.text());
                continue;
            }
            if (analysis.language().equals(post.language())) {
                right.add(post.text());
            }

            // Then
            assertThat(analysis.language()).as(post.text()).isNotEqualTo("en");
            assertThat(SharedModels.ANALYZER.needsEntities(request)).as(post.text()).isFalse();
            assertThat(analysis.entities()).as(post.text()).isEmpty();
            if (!analysis.language().equals("es")) {
                assertThat(analysis.threat().kind()).as(post.text()).isEqualTo(ThreatKind.NONE);
                assertThat(analysis.threat().spans()).as(post.text()).isEmpty();
                assertThat(analysis.relevance().score()).as(post.text()).isZero();
            }
        }
        assertThat(undetermined).hasSizeLessThanOrEqualTo(posts.size() / 40);
        assertThat(right).hasSizeGreaterThanOrEqualTo(posts.size() * 19 / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Attentat terroriste à Nice, plusieurs morts",
                "Die Bombe war eine Attrappe, sagt die Polizei",
                "assalto agora no banco do centro",
                "Terror attack a Torino? no, era solo un petardo",
                "Bom di stasiun, semua orang lari"
            })
    void isNotTakenForEnglishByItsCognates(String text) {
        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text));

        // Then
        assertThat(Set.of("fr", "de", "pt", "it", "id")).contains(analysis.language());
        assertThat(analysis.threat().kind()).isEqualTo(ThreatKind.NONE);
    }

    private static List<Post> posts(String file) {
        return LineResource.read(FOLDER + file).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Post(fields[0], fields[1]))
                .toList();
    }
}
