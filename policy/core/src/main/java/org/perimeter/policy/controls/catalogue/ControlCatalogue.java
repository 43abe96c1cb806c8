// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.rulebook.Resources;
import org.perimeter.policy.yaml.RefusedYamlException;
import org.perimeter.policy.yaml.YamlDocument;

import java.util.ArrayList;
import java.util.List;

/**
 * The shipped list of controls: how far each is enforced, and which methods apply and prove it.
 * Sentences and statuses are written by people, the methods are read off the marks of the code.
 */
public final class ControlCatalogue {

    private static final String CONTROLS = "controls.yaml";
    private static final String MARKS = "marks.yaml";
    private static final String ROOT = "org.perimeter.";

    private final List<CatalogueEntry> controls;

    private ControlCatalogue(List<CatalogueEntry> controls) {
        this.controls = List.copyOf(controls);
    }

    /** The catalogue of this version. */
    public static ControlCatalogue shipped() {
        JsonNode marks = resource(MARKS);
        List<CatalogueEntry> controls = new ArrayList<>();
        for (JsonNode node : resource(CONTROLS)) {
            controls.add(control(node, marks.path(node.path("id").asText())));
        }
        return new ControlCatalogue(controls);
    }

    /** All controls in the order of the catalogue. */
    public List<CatalogueEntry> controls() {
        return controls;
    }

    /** The catalogue as a JSON array of {@code {id, rule, status, test, note}}. */
    public String toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (CatalogueEntry control : controls) {
            ObjectNode node = array.addObject();
            node.put("id", control.id());
            node.put("rule", control.rule());
            node.put("status", control.status().label());
            node.put("test", String.join(",", control.tests()));
            node.put("note", control.note());
        }
        return array.toPrettyString();
    }

    private static JsonNode resource(String name) {
        try {
            return YamlDocument.parse(Resources.read(ControlCatalogue.class, name)).root();
        } catch (RefusedYamlException e) {
            throw new IllegalStateException("the shipped " + name + ": " + e.problem(), e);
        }
    }

    private static CatalogueEntry control(JsonNode node, JsonNode marks) {
        return new CatalogueEntry(
                node.path("id").asText(),
                node.path("rule").asText(),
                status(node.path("status").asText()),
                methods(marks.path("rules")),
                methods(marks.path("tests")),
                node.path("note").asText());
    }

    private static List<String> methods(JsonNode names) {
        List<String> methods = new ArrayList<>();
        names.forEach(name -> methods.add(ROOT + name.asText()));
        return methods;
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
