// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.Graph;
import org.perimeter.nlp.fixture.HomesickAnalyzer;
import org.perimeter.nlp.fixture.NosyAnalyzer;
import org.perimeter.nlp.fixture.Reading;
import org.perimeter.nlp.geo.fixture.Town;
import org.perimeter.nlp.quality.fixture.Measure;
import org.perimeter.policy.tlog.fixture.ChattyLog;

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

    @Test
    void whatIsBuiltUponTheAnalyzerMayUseItAndNotTheReverse() {
        // Given
        JavaClasses upside =
                new ClassFileImporter()
                        .importClasses(HomesickAnalyzer.class, Reading.class, Town.class);

        // When
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ModuleTable.modulesUseOnlyTheirRow(upside))

                // Then
                .withMessageContaining("org.perimeter.nlp may use only [org.perimeter.policy]")
                .withMessageContaining("HomesickAnalyzer");
    }

    @Test
    void whatIsBuiltUponTheAnalyzerStandsBesideOneAnother() {
        // Given
        JavaClasses beside =
                new ClassFileImporter().importClasses(Measure.class, Reading.class, Town.class);

        // When
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ModuleTable.modulesUseOnlyTheirRow(beside))

                // Then
                .withMessageContaining("Measure.looks()")
                .withMessageNotContaining("Measure.reads()");
    }

    @Test
    void aLogThatKnowsSomethingOfOursIsCaught() {
        // Given
        JavaClasses log = new ClassFileImporter().importClasses(ChattyLog.class, Graph.class);

        // When
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ModuleTable.THE_LOG_KNOWS_NOTHING_OF_OURS.check(log))

                // Then
                .withMessageContaining("ChattyLog.look()");
    }
}
