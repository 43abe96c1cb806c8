// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.perimeter.policy.model.decision.DeadLetterReason;

import java.io.IOException;

/**
 * Reads JSON that a stranger wrote, within limits: 50 levels deep, strings up to 256 KiB, numbers
 * up to 100 digits, no key twice in one object, nothing after the end.
 */
public final class BoundedJson {

    /** Longest string value in chars. */
    public static final int MAX_STRING = 256 * 1024;

    /** Deepest nesting of arrays and objects. */
    public static final int MAX_DEPTH = 50;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_STRING)
                                                    .maxNumberLength(100)
                                                    .maxNameLength(1000)
                                                    .build())
                                    // A server's error excerpt would put content into messages.
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private BoundedJson() {}

    /**
     * The object that the UTF-8 bytes hold.
     *
     * @throws RefusedInput TOO_LARGE beyond a limit, MALFORMED_JSON when it is not one JSON object
     */
    public static JsonNode object(byte[] json) throws RefusedInput {
        try {
            return requireObject(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new RefusedInput(reason(e));
        } catch (IOException e) {
            // Jackson reports broken UTF-8 as plain I/O trouble.
            throw new RefusedInput(DeadLetterReason.MALFORMED_JSON);
        }
    }

    /** As {@link #object(byte[])}, from text that is decoded already. */
    public static JsonNode object(String json) throws RefusedInput {
        try {
            return requireObject(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new RefusedInput(reason(e));
        }
    }

    private static JsonNode requireObject(JsonNode node) throws RefusedInput {
        if (!node.isObject()) {
            throw new RefusedInput(DeadLetterReason.MALFORMED_JSON);
        }
        return node;
    }

    private static DeadLetterReason reason(JsonProcessingException e) {
        return e instanceof StreamConstraintsException
                ? DeadLetterReason.TOO_LARGE
                : DeadLetterReason.MALFORMED_JSON;
    }
}
