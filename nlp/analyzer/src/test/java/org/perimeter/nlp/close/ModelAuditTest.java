// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Control GOV-03. */
final class ModelAuditTest {

    @Test
    @Control("GOV-03")
    void enablesAModelThatPassedEveryGate() throws IOException {
        // Given
        ModelAudit audit = parse("{'model':'ab','sets':6,'redGates':[],'skipped':[]}");

        // When
        String objection = audit.objection("ab");

        // Then
        assertThat(objection).isNull();
    }

    @Test
    @Control("GOV-03")
    void refusesAModelWithARedGateAndNamesIt() throws IOException {
        // Given
        ModelAudit audit = parse("{'model':'ab','sets':6,'redGates':['madlibs flips']}");

        // When
        String objection = audit.objection("ab");

        // Then
        assertThat(objection).contains("red").contains("madlibs flips");
    }

    @Test
    @Control("GOV-03")
    void refusesAnotherModelThanTheAuditedOne() {
        // Given
        ModelAudit audit = new ModelAudit("ab", 6, List.of(), List.of());

        // When
        String objection = audit.objection("cd");

        // Then
        assertThat(objection).contains("not audited");
    }

    @Test
    @Control("GOV-03")
    void refusesAnAuditWithHoles() {
        // Given
        ModelAudit audit = new ModelAudit("ab", 5, List.of("davidson"), List.of());

        // When
        String objection = audit.objection("ab");

        // Then
        assertThat(objection).contains("davidson");
    }

    private static ModelAudit parse(String json) throws IOException {
        return ModelAudit.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
