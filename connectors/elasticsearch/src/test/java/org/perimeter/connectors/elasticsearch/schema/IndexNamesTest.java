// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.model.decision.RetentionClass;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

final class IndexNamesTest {

    private static final Slice SLICE = new Slice(RetentionClass.R1, LocalDate.parse("2026-12-01"));

    private final IndexNames names = new IndexNames("perimeter");

    @Test
    void namesAnIndexAfterItsClassAndDay() {
        // When, Then
        assertThat(names.index(IndexFamily.POSTS, SLICE))
                .isEqualTo("perimeter-posts-r1-2026.12.01");
        assertThat(names.index(IndexFamily.IDENTITIES, SLICE))
                .isEqualTo("perimeter-identities-r1-2026.12.01");
        assertThat(names.index(IndexFamily.DEAD_LETTERS)).isEqualTo("perimeter-dead-letters-1");
    }

    @Test
    void readsTheSliceBackOutOfTheName() {
        // When, Then
        assertThat(Slice.ofIndex("a-b-posts-r1-2026.12.01")).contains(SLICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perimeter-incidents-1",
                "perimeter-posts-r9-2026.12.01",
                "perimeter-posts-r1-2026.13.01",
                "perimeter-posts-r1-2026.12.01-old"
            })
    void readsNoSliceOutOfOtherNames(String index) {
        // When, Then
        assertThat(Slice.ofIndex(index)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(IndexFamily.class)
    void coversNoOtherFamilyByItsPattern(IndexFamily family) {
        // Given
        String begin = names.pattern(family).replace("*", "");
        Set<String> covered = new HashSet<>();

        // When
        for (IndexFamily other : IndexFamily.values()) {
            String index = other.isSliced() ? names.index(other, SLICE) : names.index(other);
            if (index.startsWith(begin)) {
                covered.add(other.name());
            }
        }

        // Then
        assertThat(covered).containsExactly(family.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Perimeter", "_x", "-x", "a b", "a*", "a/b", "a,b"})
    void refusesAPrefixThatCannotBeginAnIndex(String prefix) {
        // When, Then
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexNames(prefix));
    }
}
