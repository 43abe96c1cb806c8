// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may depend on whom among our own modules (docs/ARCHITECTURE.md, the module table), told apart
 * by their root packages; a class belongs to the module with the longest root that it lies under.
 */
public final class ModuleTable {

    private static final String TLOG = "org.perimeter.policy.tlog";
    private static final String POLICY = "org.perimeter.policy";
    private static final String SPI = "org.perimeter.connectors.spi";
    private static final String INCIDENTS = "org.perimeter.connectors.incidents";
    private static final String HTTP = "org.perimeter.connectors.http";
    private static final String SOURCES = "org.perimeter.connectors.sources";
    private static final String ELASTICSEARCH = "org.perimeter.connectors.elasticsearch";
    private static final String EXERCISE = "org.perimeter.connectors.exercise";
    private static final String NODE = "org.perimeter.node";
    private static final String TESTKIT = "org.perimeter.connectors.testkit";
    private static final String NLP = "org.perimeter.nlp";
    private static final String GEO = "org.perimeter.nlp.geo";
    private static final String QUALITY = "org.perimeter.nlp.quality";
    private static final String TRAINING = "org.perimeter.nlp.training";
    private static final String JOBS = "org.perimeter.jobs";
    private static final String SEARCH = "org.perimeter.search";
    private static final String LAUNCHER = "org.perimeter.launcher";

    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry(POLICY, Set.of()),
                    Map.entry(SPI, Set.of(POLICY)),
                    Map.entry(INCIDENTS, Set.of(POLICY, SPI)),
                    Map.entry(HTTP, Set.of(POLICY)),
                    Map.entry(SOURCES, Set.of(POLICY, SPI, INCIDENTS, HTTP)),
                    Map.entry(ELASTICSEARCH, Set.of(POLICY, SPI)),
                    Map.entry(EXERCISE, Set.of(POLICY, SPI)),
                    Map.entry(NODE, Set.of()),
                    Map.entry(TESTKIT, Set.of(POLICY, SPI)),
                    Map.entry(NLP, Set.of(POLICY)),
                    Map.entry(GEO, Set.of(POLICY, NLP)),
                    Map.entry(QUALITY, Set.of(POLICY, NLP)),
                    Map.entry(TRAINING, Set.of(POLICY, NLP, QUALITY)),
                    Map.entry(
                            JOBS,
                            Set.of(POLICY, SPI, SOURCES, INCIDENTS, ELASTICSEARCH, EXERCISE, NLP)),
                    Map.entry(SEARCH, Set.of(POLICY, SPI, INCIDENTS, HTTP, ELASTICSEARCH)),
                    Map.entry(LAUNCHER, Set.of(POLICY, SPI, ELASTICSEARCH, EXERCISE)));

    private ModuleTable() {}

    @ArchTest
    static void modulesUseOnlyTheirRow(JavaClasses classes) {
        new TreeMap<>(MAY_USE).forEach((module, allowed) -> row(module, allowed).check(classes));
    }

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NOTHING_OF_OURS =
            noClasses()
                    .that()
                    .resideInAPackage(TLOG + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            TLOG + "..", "java..", "javax.crypto..", "org.jspecify.annotations")
                    .allowEmptyShould(true);

    private static ArchRule row(String module, Set<String> allowed) {
        return noClasses()
                .that(liesIn(module))
                .should()
                .dependOnClassesThat(
                        describe(
                                "lie in another module of ours",
                                type -> isForbidden(moduleOf(type), module, allowed)))
                .because(module + " may use only " + new TreeSet<>(allowed))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> liesIn(String module) {
        return describe("lie in " + module, type -> module.equals(moduleOf(type)));
    }

    private static boolean isForbidden(@Nullable String used, String module, Set<String> allowed) {
        return used != null && !used.equals(module) && !allowed.contains(used);
    }

    /** The module that a class belongs to; null when it is none of ours. */
    private static @Nullable String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return MAY_USE.keySet().stream()
                .filter(root -> name.equals(root) || name.startsWith(root + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
