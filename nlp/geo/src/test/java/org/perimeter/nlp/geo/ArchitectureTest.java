// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import org.perimeter.houserules.HouseRules;

/** Holds this module to the rules of the house. */
@AnalyzeClasses(packages = "org.perimeter", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
