// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.Graph;
import org.perimeter.nlp.fixture.NosyAnalyzer;

/** That the rules can fail. */
final class HouseRulesTest {

    private final JavaClasses offenders =
            new ClassFileImporter().importClasses(NosyAnalyzer.class, Graph.class);

    @Test
    void aModuleThatLooksIntoAnotherIsCaught() {
        // Given the offenders

        // When
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ModuleTable.modulesUseOnlyTheirRow(offenders))

                // Then
                .withMessageContaining("org.perimeter.nlp may use only [org.perimeter.policy]")
                .withMessageContaining("NosyAnalyzer");
    }

    @Test
    void aClassThatPrintsIsCaught() {
        // Given the offenders

        // When
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Conduct.ONLY_COMMAND_LINES_PRINT.check(offenders))

                // Then
                .withMessageContaining("NosyAnalyzer.look()");
    }
}
