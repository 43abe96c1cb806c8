// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;

class InstitutionTest {

    @ParameterizedTest
    @CsvSource({
        "Ohio Department of Health, true",
        "Henderson County Sheriff's, true",
        "UNIVERSITY OF OREGON, true",
        "Texas Instruments, false",
        "Boardman Steel, false",
        "N.Y., false"
    })
    void tellsPublicBodiesFromFirms(String name, boolean institution) {
        // Given
        EntityMention entity = new EntityMention(EntityType.ORGANIZATION, name, 0, name.length());

        // When
        boolean named = Institution.isNamedBy(entity);

        // Then
        assertThat(named).isEqualTo(institution);
    }
}
