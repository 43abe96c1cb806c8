// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.rulebook.Resources;
import org.perimeter.policy.rulebook.StrictYaml;
import org.perimeter.policy.rulebook.StrictYamlException;

import java.util.ArrayList;
import java.util.List;

/** The shipped list of controls: which are enforced by this version, and which test proves it. */
public final class ControlCatalogue {

    private static final String RESOURCE = "controls.yaml";

    private final List<Control> controls;

    private ControlCatalogue(List<Control> controls) {
        this.controls = List.copyOf(controls);
    }

    /** The catalogue of this version. */
    public static ControlCatalogue shipped() {
        try {
            List<Control> controls = new ArrayList<>();
            for (JsonNode node :
                    StrictYaml.parse(Resources.read(ControlCatalogue.class, RESOURCE)).root()) {
                controls.add(control(node));
            }
            return new ControlCatalogue(controls);
        } catch (StrictYamlException e) {
            throw new IllegalStateException("the shipped controls: " + e.problem(), e);
        }
    }

    /** All controls in the order of the catalogue. */
    public List<Control> controls() {
        return controls;
    }

    /** The catalogue as a JSON array of {@code {id, rule, status, test, note}}. */
    public String toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Control control : controls) {
            ObjectNode node = array.addObject();
            node.put("id", control.id());
            node.put("rule", control.rule());
            node.put("status", control.status().label());
            node.put("test", String.join(",", control.tests()));
            node.put("note", control.note());
        }
        return array.toPrettyString();
    }

    private static Control control(JsonNode node) {
        List<String> tests = new ArrayList<>();
        node.path("tests").forEach(test -> tests.add("org.perimeter." + test.asText()));
        return new Control(
                node.path("id").asText(),
                node.path("rule").asText(),
                status(node.path("status").asText()),
                tests,
                node.path("note").asText());
    }

    private static ControlStatus status(String label) {
        for (ControlStatus status : ControlStatus.values()) {
            if (status.label().equals(label)) {
                return status;
            }
        }
        throw new IllegalStateException("no such status of a control: " + label);
    }
}
