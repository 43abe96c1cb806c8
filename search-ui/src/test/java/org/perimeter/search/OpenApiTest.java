// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document against the routes that are really served. */
final class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleFixture.started(folder);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    void everyServedRouteIsInTheDocumentAndTheReverse() throws Exception {
        // Given
        Set<String> served = new TreeSet<>(console.servedRoutes());

        // When
        JsonNode document = document();

        // Then
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method + " " + path.getKey())));
        assertThat(described).isEqualTo(served).hasSizeGreaterThan(8);
    }

    @Test
    void theDocumentHasTheShapeThatOpenApi31Asks() throws Exception {
        // Given the console

        // When
        JsonNode document = document();

        // Then
        assertThat(document.path("openapi").asText()).matches("3\\.1\\.\\d+");
        assertThat(document.path("info").path("title").asText()).isNotEmpty();
        assertThat(document.path("info").path("version").asText()).isNotEmpty();
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            assertThat(path.getKey()).startsWith("/");
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(METHODS).contains(operation.getKey());
                ids.add(operation.getValue().path("operationId").asText());
                checkOperation(path.getKey(), operation.getValue());
            }
        }
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        // Given
        JsonNode document = document();

        // When
        List<String> references = document.findValuesAsText("$ref");

        // Then
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    @Test
    void optionalFieldsAreNotRequiredAndOthersAre() throws Exception {
        // Given
        JsonNode schemas = document().path("components").path("schemas");

        // When
        JsonNode error = schemas.path("ErrorView");

        // Then
        assertThat(texts(error.path("required"))).containsExactlyInAnyOrder("error", "id");
        assertThat(schemas.path("SearchRequest").has("required")).isFalse();
        assertThat(texts(schemas.path("Purpose").path("enum"))).contains("LIFE_SAFETY");
    }

    private static void checkOperation(String path, JsonNode operation) {
        assertThat(operation.path("summary").asText()).as(path).isNotEmpty();
        assertThat(operation.path("responses").has("200")).as(path).isTrue();
        for (JsonNode response : operation.path("responses")) {
            assertThat(response.path("description").asText()).as(path).isNotEmpty();
        }
        Set<String> named = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.path("in").asText()).isIn("path", "query");
            assertThat(parameter.has("schema")).as(path).isTrue();
            if (parameter.path("in").asText().equals("path")) {
                assertThat(parameter.path("required").asBoolean()).as(path).isTrue();
                named.add("{" + parameter.path("name").asText() + "}");
            }
        }
        Set<String> inPath = new TreeSet<>();
        for (String part : path.split("/", -1)) {
            if (part.startsWith("{")) {
                inPath.add(part);
            }
        }
        assertThat(named).as(path).isEqualTo(inPath);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (Iterator<JsonNode> items = array.elements(); items.hasNext(); ) {
            texts.add(items.next().asText());
        }
        return texts;
    }

    private JsonNode document() throws Exception {
        return ConsoleFixture.json(console.get("/api/v1/openapi.json"));
    }
}
