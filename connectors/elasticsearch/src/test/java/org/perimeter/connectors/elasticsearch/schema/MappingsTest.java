// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.EntityType;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

final class MappingsTest {

    private static final Set<String> FORBIDDEN =
            Set.of("religion", "nationality", "ideology", "charge", "ethnic", "race", "politic");

    private static JsonNode mappings(IndexFamily family) {
        return Schema.mappings(family);
    }

    @ParameterizedTest
    @EnumSource(IndexFamily.class)
    @Control("COL-07")
    void refuseWhateverTheyDoNotName(IndexFamily family) {
        // When, Then
        assertThat(mappings(family).path("dynamic").asText()).isEqualTo("strict");
        assertThat(mappings(family).findValues("dynamic")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(IndexFamily.class)
    @Control("FAS-03")
    void haveNoFieldForASensitiveTrait(IndexFamily family) {
        // When
        Set<String> fields = fieldNames(mappings(family));

        // Then
        assertThat(fields)
                .isNotEmpty()
                .noneMatch(
                        field ->
                                FORBIDDEN.stream()
                                        .anyMatch(field.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void indexWhoIsMentionedByTypeOnly() {
        // When
        JsonNode entities =
                mappings(IndexFamily.POSTS)
                        .at("/properties/analysis/properties/entities/properties");

        // Then
        // Names of people can be read with their post but not searched for
        assertThat(entities.at("/type/type").asText()).isEqualTo("keyword");
        assertThat(entities.at("/text/index").asBoolean(true)).isFalse();
        assertThat(EntityType.values()).hasSize(3);
    }

    private static Set<String> fieldNames(JsonNode node) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : node.path("properties").properties()) {
            names.add(field.getKey());
            names.addAll(fieldNames(field.getValue()));
        }
        return names;
    }
}
