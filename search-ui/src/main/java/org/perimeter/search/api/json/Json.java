// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.api.error.ApiException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads and writes JSON as strictly as the outside deserves: no unknown fields, no duplicate keys,
 * no coercion of one type into another, no polymorphic types, bounded depth and lengths.
 */
public final class Json {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_STRING = 256 * 1024;

    private final ObjectMapper mapper;

    /** A reader and writer for API bodies. */
    public Json() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxStringLength(MAX_STRING)
                                        .maxNumberLength(100)
                                        .maxNameLength(1000)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build();
        SimpleModule instants = new SimpleModule("instants");
        instants.addSerializer(Instant.class, ToStringSerializer.instance);
        instants.addDeserializer(Instant.class, new InstantDeserializer());
        this.mapper =
                JsonMapper.builder(factory)
                        .addModule(instants)
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .disable(
                                DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                                DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                text ->
                                        text.setCoercion(
                                                        CoercionInputShape.Integer,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Float,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Boolean,
                                                        CoercionAction.Fail))
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                        .build();
    }

    /**
     * Reads one value.
     *
     * @throws ApiException 400, naming the field where one is wrong
     */
    public <T> T read(byte[] bytes, Class<T> type) {
        try {
            @Nullable T value = mapper.readValue(bytes, type);
            if (value == null) {
                throw ApiException.of(400, "the body must not be null");
            }
            return value;
        } catch (JsonMappingException e) {
            throw explain(e);
        } catch (JsonParseException e) {
            throw notJson(e);
        } catch (JsonProcessingException e) {
            throw ApiException.of(400, "the body is nested too deeply or holds too long a value");
        } catch (IOException e) {
            throw ApiException.of(400, "the body cannot be read");
        }
    }

    /** Writes a value; absent components are left out. */
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiException notJson(JsonParseException e) {
        String place = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        return ApiException.of(400, "the body is not well-formed JSON, or repeats a key" + place);
    }

    private static ApiException explain(JsonMappingException e) {
        String field = path(e.getPath());
        if (e instanceof UnrecognizedPropertyException) {
            return ApiException.badField(field, "is not a known field");
        }
        if (e instanceof InvalidFormatException invalid
                && invalid.getTargetType() != null
                && invalid.getTargetType().isEnum()) {
            return ApiException.badField(
                    field,
                    "must be one of "
                            + Arrays.stream(invalid.getTargetType().getEnumConstants())
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
        if (e.getCause() instanceof JsonParseException malformed) {
            return notJson(malformed);
        }
        return field.isEmpty()
                ? ApiException.of(400, "the body does not have the shape that is asked for")
                : ApiException.badField(field, "has a value of the wrong type or out of range");
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.length() > 200 ? path.substring(0, 200) : path.toString();
    }
}
