// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.search.api.error.ErrorView;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells the table of routes as an OpenAPI 3.1 document; schemas come from the records. */
final class OpenApiDocument {

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final RecordSchemas schemas = new RecordSchemas();
    private final ObjectNode root = nodes.objectNode();

    OpenApiDocument(List<Route> routes, List<Outgoing> outgoing) {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Perimeter")
                .put("version", "1")
                .put(
                        "description",
                        "Public posts around live incidents, searched for a stated purpose and"
                                + " recorded in a verifiable ledger.")
                .putObject("license")
                .put("name", "GPL-3.0-or-later")
                .put("identifier", "GPL-3.0-or-later");
        ObjectNode paths = root.putObject("paths");
        for (Route route : routes) {
            paths.withObjectProperty(openApiPath(route.path()))
                    .set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        ObjectNode webhooks = root.putObject("webhooks");
        for (Outgoing request : outgoing) {
            webhooks.putObject(request.name()).set("post", webhook(request));
        }
        schemas.reference(ErrorView.class);
        root.putObject("components").set("schemas", schemas.components());
    }

    byte[] bytes() {
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String openApiPath(String javalinPath) {
        return javalinPath.replace('<', '{').replace('>', '}');
    }

    private ObjectNode operation(Route route) {
        ObjectNode operation = nodes.objectNode();
        operation.put("summary", route.summary());
        operation.put("operationId", operationId(route));
        if (!route.parameters().isEmpty()) {
            operation
                    .putArray("parameters")
                    .addAll(route.parameters().stream().map(this::parameter).toList());
        }
        Class<?> request = route.request();
        if (request != null) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content")
                    .putObject(Route.JSON)
                    .set("schema", schemas.reference(request));
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode ok = responses.putObject("200").put("description", "The answer.");
        Class<?> response = route.response();
        ObjectNode content = ok.putObject("content").putObject(route.mediaType());
        if (response != null) {
            content.set("schema", schemas.reference(response));
        }
        responses
                .putObject("default")
                .put("description", "What went wrong, naming the field where one is wrong.")
                .putObject("content")
                .putObject(Route.JSON)
                .set("schema", schemas.reference(ErrorView.class));
        return operation;
    }

    private ObjectNode webhook(Outgoing request) {
        ObjectNode operation = nodes.objectNode();
        operation.put("summary", request.summary());
        operation.put("operationId", "webhook." + request.name());
        operation
                .putArray("parameters")
                .add(
                        header(
                                "webhook-id",
                                "The same in every attempt: what you have already, skip."))
                .add(header("webhook-timestamp", "Of the attempt, Unix seconds."))
                .add(
                        header(
                                "webhook-signature",
                                "Space-separated: v1, and the Base64 HMAC-SHA256 of id, timestamp"
                                        + " and body, joined by full stops."));
        operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(Route.JSON)
                .set("schema", schemas.reference(request.body()));
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("2XX").put("description", "Taken.");
        responses.putObject("410").put("description", "Send nothing any more.");
        responses.putObject("default").put("description", "Not taken; it is sent again later.");
        return operation;
    }

    private ObjectNode header(String name, String description) {
        ObjectNode node = nodes.objectNode();
        node.put("name", name).put("in", "header").put("required", true);
        node.put("description", description);
        node.set("schema", schemas.reference(String.class));
        return node;
    }

    private ObjectNode parameter(Parameter parameter) {
        ObjectNode node = nodes.objectNode();
        node.put("name", parameter.name());
        node.put("in", parameter.in());
        node.put("required", parameter.required());
        node.put("description", parameter.description());
        node.set("schema", schemas.reference(parameter.type()));
        return node;
    }

    private static String operationId(Route route) {
        StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
        for (String part : route.path().split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty() && !part.equals("api") && !part.equals("v1")) {
                id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        // A page may have the path of the object that it shows.
        return id.append(route.isPage() ? "Page" : "").toString();
    }
}
