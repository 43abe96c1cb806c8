// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;

import org.perimeter.policy.rulebook.entry.RuleBounds;
import org.perimeter.policy.yaml.YamlDocument;
import org.perimeter.policy.yaml.YamlProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The committed JSON Schema of rulebooks (draft 2020-12): the shape, the closed lists and the
 * bounds of every number.
 */
public final class RulebookSchema {

    private static final String RESOURCE = "rulebook.schema.json";

    private final JsonNode tree;
    private final Schema schema;

    private RulebookSchema(String text) {
        try {
            this.tree = new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped schema is not JSON", e);
        }
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_PATH)
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ROOT)
                        .build();
        this.schema =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                builder -> builder.schemaRegistryConfig(config))
                        .getSchema(text, InputFormat.JSON);
    }

    /** The schema that this version ships. */
    public static RulebookSchema shipped() {
        return new RulebookSchema(Resources.read(RulebookSchema.class, RESOURCE));
    }

    /** Smallest and largest value that the schema allows for a rule; empty for unknown rules. */
    public Optional<RuleBounds> bounds(String ruleId) {
        for (JsonNode condition : tree.at("/$defs/rule/allOf")) {
            if (condition.at("/if/properties/id/const").asText().equals(ruleId)) {
                JsonNode then = condition.at("/then/properties");
                return Optional.of(
                        new RuleBounds(
                                then.at("/value/minimum").asDouble(),
                                then.at("/value/maximum").asDouble(),
                                then.at("/unit/const").asText()));
            }
        }
        return Optional.empty();
    }

    List<YamlProblem> problems(YamlDocument yaml) {
        List<YamlProblem> problems = new ArrayList<>();
        for (Error error : schema.validate(yaml.root().toString(), InputFormat.JSON)) {
            String path = error.getInstanceLocation().toString();
            String yamlPath = path.startsWith("$.") ? path.substring(2) : path.substring(1);
            problems.add(yaml.problem(yamlPath, error.getMessage()));
        }
        return problems;
    }
}
