// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import org.perimeter.houserules.HouseRules;
import org.perimeter.houserules.MainOnly;

/** Holds this module to the rules of the house. */
@AnalyzeClasses(packages = "org.perimeter", importOptions = MainOnly.class)
final class ArchitectureTest {

    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    /** A dialect is told on test sets only; nothing infers one for an author. */
    @ArchTest
    static final ArchRule ONLY_THE_MEASUREMENT_AUDITS =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.perimeter.nlp.quality", "org.perimeter.nlp.quality.audit")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.perimeter.nlp.quality.audit..");
}
