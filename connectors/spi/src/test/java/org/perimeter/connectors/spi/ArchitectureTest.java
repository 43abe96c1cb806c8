// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import org.perimeter.houserules.HouseRules;
import org.perimeter.houserules.MainOnly;

/** Holds this module to the rules of the house. */
@AnalyzeClasses(packages = "org.perimeter", importOptions = MainOnly.class)
final class ArchitectureTest {

    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
