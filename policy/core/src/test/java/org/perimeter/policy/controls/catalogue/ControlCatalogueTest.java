// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.EntityType;

import java.util.HashSet;
import java.util.Set;

/** That the catalogue claims nothing that no method applies and no test proves. */
final class ControlCatalogueTest {

    private final ControlCatalogue catalogue = ControlCatalogue.shipped();

    @Test
    void everyControlIsListedOnce() {
        // Given
        Set<String> seen = new HashSet<>();

        // When
        catalogue.controls().forEach(control -> assertThat(seen.add(control.id())).isTrue());

        // Then
        assertThat(seen).hasSize(44).allMatch(id -> id.matches("[A-Z]{3}-[0-9]{2}"));
    }

    @Test
    void whatIsClaimedIsAppliedAndProvenAndNothingElseIs() {
        // Given the catalogue

        for (CatalogueEntry control : catalogue.controls()) {
            // When
            boolean claims = control.status().claims();

            // Then
            assertThat(control.rules().isEmpty()).as(control.id() + ", rules").isEqualTo(!claims);
            assertThat(control.tests().isEmpty()).as(control.id() + ", tests").isEqualTo(!claims);
        }
    }

    @Test
    void whatIsNotWholeSaysWhatIsLacking() {
        // Given the catalogue

        for (CatalogueEntry control : catalogue.controls()) {
            // When
            boolean whole = control.status() == ControlStatus.ENFORCED;

            // Then
            assertThat(control.note().isEmpty()).as(control.id()).isEqualTo(whole);
            assertThat(control.rule()).as(control.id()).isNotEmpty();
        }
    }

    @Test
    void theJsonHasTheAgreedFields() {
        // Given the catalogue

        // When
        String json = catalogue.toJson();

        // Then
        assertThat(json)
                .contains("\"id\" : \"COL-01\"")
                .contains("\"status\" : \"enforced\"")
                .containsPattern("\"test\" : \"org\\.perimeter\\.[\\w.]+Test#\\w+,")
                .contains("org.perimeter.policy.rules.CollectionGateTest#");
    }

    @Test
    @Control("FAS-03")
    void noEntityTypeForProtectedClassesExists() {
        // Given the entity types

        // When
        EntityType[] types = EntityType.values();

        // Then
        assertThat(types)
                .containsExactly(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION);
    }
}
