// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What no class of the house does. */
public final class Conduct {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.perimeter.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_MODEL_STANDS_ALONE =
            classes()
                    .that()
                    .resideInAPackage("org.perimeter.policy.model..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.perimeter.policy.model..", "java..", "org.jspecify.annotations")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_MODEL_IS_RECORDS_AND_ENUMS =
            classes()
                    .that()
                    .resideInAPackage("org.perimeter.policy.model..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .beRecords()
                    .orShould()
                    .beEnums()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_SLEEPS =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter..")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", java.time.Duration.class);

    @ArchTest
    static final ArchRule LEGACY_DATES_ARE_NOT_USED =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Calendar");

    @ArchTest
    static final ArchRule ONLY_COMMAND_LINES_PRINT =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter..")
                    .and(areNotCommandLines())
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    private Conduct() {}

    /** Mains print: they are the command line, or speak the line protocol with it. */
    private static DescribedPredicate<JavaClass> areNotCommandLines() {
        return DescribedPredicate.describe(
                "are not command lines",
                type ->
                        !type.getPackageName().startsWith("org.perimeter.launcher")
                                && !type.getPackageName().contains(".bench")
                                && type.tryGetMethod("main", String[].class).isEmpty());
    }
}
