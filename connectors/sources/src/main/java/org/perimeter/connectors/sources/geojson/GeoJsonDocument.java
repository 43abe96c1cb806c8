// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.geojson;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.policy.model.decision.DeadLetterReason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file as it stood at one poll.
 *
 * @param modified when it was written last
 * @param digest of its bytes, 32 hex digits
 * @param root its JSON object
 */
record GeoJsonDocument(Instant modified, String digest, JsonNode root) {

    private static final long MOST_BYTES = 5_000_000;

    /**
     * Reads the file; null when it does not exist.
     *
     * @throws RefusedInput TOO_LARGE above 5 MB, MALFORMED_JSON when it is not one JSON object
     * @throws IOException when it cannot be read
     */
    static @Nullable GeoJsonDocument read(Path file) throws IOException, RefusedInput {
        if (!Files.exists(file)) {
            return null;
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new RefusedInput(DeadLetterReason.TOO_LARGE);
        }
        // Taken first: a change while reading then shows at the next poll.
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        byte[] bytes = Files.readAllBytes(file);
        return new GeoJsonDocument(modified, digest(bytes), BoundedJson.object(bytes));
    }

    /** Whether it says that what it does not list is over. */
    boolean isSnapshot() {
        return root.path("snapshot").asBoolean(false);
    }

    /** Its features by incident id, also those that will be refused. */
    Map<String, JsonNode> features(String source) {
        Map<String, JsonNode> features = new LinkedHashMap<>();
        if (root.path("type").asText().equals("FeatureCollection")) {
            root.path("features").forEach(feature -> features.put(id(source, feature), feature));
        } else {
            features.put(id(source, root), root);
        }
        return features;
    }

    private static String id(String source, JsonNode feature) {
        return source + ":" + feature.path("id").asText().strip();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
