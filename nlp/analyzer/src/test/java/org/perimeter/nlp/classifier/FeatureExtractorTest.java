// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The classifiers see words in their order, and never whom a text speaks of. */
final class FeatureExtractorTest {

    private final FeatureExtractor extractor = new FeatureExtractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we should welcome all muslims",
                "we should welcome all jews",
                "we should welcome all black people",
                "we should welcome all gay men",
                "we should welcome all disabled women",
                "we should welcome all 👳"
            })
    void seesNoDifferenceBetweenGroupsOfPeople(String text) {
        // Given
        Set<Integer> plain = hashes("we should welcome all people");

        // When
        Set<Integer> seen = hashes(text);

        // Then
        assertThat(seen).isEqualTo(plain);
    }

    @Test
    void seesNothingInTheWordForPeopleAlone() {
        // Given
        Set<Integer> nothing = hashes("ok");

        // When
        Set<Integer> seen = hashes("ok people");

        // Then
        TreeSet<Integer> more = new TreeSet<>(seen);
        more.removeAll(nothing);
        assertThat(seen).contains(FeatureHash.of("ok".hashCode()));
        assertThat(more).doesNotContain(FeatureHash.of(MaskedWords.PEOPLE.hashCode()));
    }

    @Test
    void seesTheOrderOfWords() {
        // When
        Set<Integer> bites = hashes("dog bites postman");
        Set<Integer> bitten = hashes("postman bites dog");

        // Then
        assertThat(bites).isNotEqualTo(bitten);
    }

    @Test
    void seesThatDifferentWordsMeanTheSameKindOfThing() {
        // When
        TreeSet<Integer> common = new TreeSet<>(hashes("the hurricane"));
        common.retainAll(hashes("the tornado"));

        // Then
        assertThat(common).hasSizeGreaterThan(hashes("the").size());
    }

    @Test
    void namesTheTokensOfAFeature() {
        // When
        TextFeatures features = extractor.extract(List.of("a", "fire"), new int[2], List.of());

        // Then
        int fire = 0;
        while (features.hash(fire) != FeatureHash.of("fire".hashCode())) {
            fire++;
        }
        assertThat(features.first(fire)).isEqualTo(1);
        assertThat(features.last(fire)).isEqualTo(1);
    }

    private Set<Integer> hashes(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        TextFeatures features = extractor.extract(words, new int[words.size()], List.of());
        Set<Integer> hashes = new TreeSet<>();
        for (int i = 0; i < features.size(); i++) {
            hashes.add(features.hash(i));
        }
        return hashes;
    }
}
