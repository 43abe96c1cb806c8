// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may depend on whom among our own modules (docs/ARCHITECTURE.md, the module table), told apart
 * by their root packages; a class belongs to the module with the longest root that it lies under.
 */
public final class ModuleTable {

    private static final String OURS = "org.perimeter.";
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
        classes().should(useOnlyTheirRow()).check(classes);
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

    /** One look at each dependency, whatever the number of rows: there are many. */
    private static ArchCondition<JavaClass> useOnlyTheirRow() {
        return new ArchCondition<>("use only what the row of their module allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String module = moduleOf(type);
                if (module == null) {
                    return;
                }
                Set<String> allowed = MAY_USE.getOrDefault(module, Set.of());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String used = moduleOf(dependency.getTargetClass());
                    if (used != null && !used.equals(module) && !allowed.contains(used)) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        dependency,
                                        module
                                                + " may use only "
                                                + new TreeSet<>(allowed)
                                                + ": "
                                                + dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The module that a class belongs to; null when it is none of ours. */
    private static @Nullable String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        while (name.startsWith(OURS) && !MAY_USE.containsKey(name)) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name.startsWith(OURS) ? name : null;
    }
}
