// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each big library is known to one module only, so that it can be replaced in one place. */
public final class Libraries {

    @ArchTest
    static final ArchRule FLINK_STAYS_IN_JOBS = only("org.perimeter.jobs..", "org.apache.flink..");

    @ArchTest
    static final ArchRule CORENLP_STAYS_IN_NLP = only("org.perimeter.nlp..", "edu.stanford..");

    @ArchTest
    static final ArchRule ONNX_STAYS_IN_THE_CLOSE_READING =
            only("org.perimeter.nlp.close..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule TORCH_STAYS_IN_TRAINING =
            only("org.perimeter.nlp.training.reader..", "ai.djl..");

    @ArchTest
    static final ArchRule ELASTICSEARCH_CLIENT_STAYS_IN_ITS_CONNECTOR =
            only("org.perimeter.connectors.elasticsearch..", "co.elastic..");

    @ArchTest
    static final ArchRule ELASTICSEARCH_SERVER_STAYS_IN_THE_NODE =
            only("org.perimeter.node..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule WEB_STAYS_IN_SEARCH_UI =
            only("org.perimeter.search..", "io.javalin..", "gg.jte..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule OPENID_STAYS_IN_THE_SIGN_IN =
            only("org.perimeter.search.signin.oidc..", "com.nimbusds..");

    @ArchTest
    static final ArchRule YAML_IS_READ_IN_ONE_PLACE =
            only("org.perimeter.policy.yaml..", "org.snakeyaml..", "org.yaml..");

    @ArchTest
    static final ArchRule JSON_IS_CANONICALISED_IN_ONE_PLACE =
            only("org.perimeter.policy.json..", "org.erdtman.jcs..");

    @ArchTest
    static final ArchRule NUMBERING_PLANS_STAY_IN_THE_REDACTION =
            only("org.perimeter.policy.redaction..", "com.google.i18n..");

    @ArchTest
    static final ArchRule ONE_DOOR_LEADS_OUT =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter..")
                    .and()
                    .resideOutsideOfPackage("org.perimeter.connectors.http..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("okhttp3.OkHttpClient")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule JACKSON_IN_POLICY_ONLY_WHERE_FILES_ARE_READ =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter.policy..")
                    .and()
                    .resideOutsideOfPackages(
                            "org.perimeter.policy.yaml..",
                            "org.perimeter.policy.json..",
                            "org.perimeter.policy.config..",
                            "org.perimeter.policy.rulebook..",
                            "org.perimeter.policy.controls..",
                            "org.perimeter.policy.ledger..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.fasterxml..", "tools.jackson..", "com.networknt..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PICOCLI_IN_POLICY_ONLY_FOR_THE_MANNER_OF_COMMANDS =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter.policy..")
                    .and()
                    .resideOutsideOfPackage("org.perimeter.policy.command")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SHADED_CLASSES_ARE_NOBODYS =
            noClasses()
                    .that()
                    .resideInAPackage("org.perimeter..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..shaded..");

    private Libraries() {}

    private static ArchRule only(String module, String... library) {
        return noClasses()
                .that()
                .resideInAPackage("org.perimeter..")
                .and()
                .resideOutsideOfPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true);
    }
}
