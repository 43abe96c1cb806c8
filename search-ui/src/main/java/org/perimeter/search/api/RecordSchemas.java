// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON Schemas of the types that the API speaks: records, enums, lists, string-keyed maps, instants
 * and plain values. A component marked {@code @Nullable} is optional, every other one is required.
 */
final class RecordSchemas {

    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class);
    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final ObjectNode components = nodes.objectNode();
    private final Map<String, Class<?>> named = new HashMap<>();

    /** Schemas of every record and enum asked for so far, by simple name. */
    ObjectNode components() {
        return components;
    }

    /**
     * The schema of a type, by reference where it has a name.
     *
     * @throws IllegalArgumentException when the API cannot speak the type
     */
    ObjectNode reference(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            throw unsupported(type);
        }
        if (plain.isRecord() || plain.isEnum()) {
            define(plain);
            return nodes.objectNode().put("$ref", "#/components/schemas/" + plain.getSimpleName());
        }
        return value(plain);
    }

    private ObjectNode value(Class<?> type) {
        ObjectNode schema = nodes.objectNode();
        if (INTEGERS.contains(type)) {
            return schema.put("type", "integer");
        }
        if (NUMBERS.contains(type)) {
            return schema.put("type", "number");
        }
        if (BOOLEANS.contains(type)) {
            return schema.put("type", "boolean");
        }
        if (type == String.class) {
            return schema.put("type", "string");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return schema.put("type", "object");
        }
        throw unsupported(type);
    }

    private ObjectNode container(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        ObjectNode schema = nodes.objectNode();
        if (type.getRawType() == List.class) {
            schema.put("type", "array").set("items", reference(arguments[0]));
            return schema;
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            schema.put("type", "object").set("additionalProperties", reference(arguments[1]));
            return schema;
        }
        throw unsupported(type);
    }

    private void define(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> known = named.putIfAbsent(name, type);
        if (known != null) {
            if (known != type) {
                throw new IllegalArgumentException("two API types are called " + name);
            }
            return;
        }
        ObjectNode schema = components.putObject(name);
        if (type.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(String.valueOf(constant));
            }
            return;
        }
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = nodes.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), reference(component.getGenericType()));
            if (!isNullable(component.getAnnotatedType())) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("the API has no schema for " + type.getTypeName());
    }
}
