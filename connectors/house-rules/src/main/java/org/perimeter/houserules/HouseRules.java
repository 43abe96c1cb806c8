// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** All rules of the house; the one thing that a module's {@code ArchitectureTest} imports. */
public final class HouseRules {

    @ArchTest static final ArchTests MODULES = ArchTests.in(ModuleTable.class);

    @ArchTest static final ArchTests LIBRARIES = ArchTests.in(Libraries.class);

    @ArchTest static final ArchTests CONDUCT = ArchTests.in(Conduct.class);

    private HouseRules() {}
}
