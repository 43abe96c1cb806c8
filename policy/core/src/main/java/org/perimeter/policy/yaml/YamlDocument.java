// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/**
 * A YAML text as JSON, and where its parts stand.
 *
 * @param root the same as JSON
 * @param lines line number, from 1, of each path
 */
public record YamlDocument(JsonNode root, Map<String, Integer> lines) {

    public YamlDocument {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a text.
     *
     * @throws RefusedYamlException at the first thing that is not allowed
     */
    public static YamlDocument parse(String text) throws RefusedYamlException {
        return YamlReader.read(text);
    }

    /** A problem at a path, with the line of the nearest part that exists. */
    public YamlProblem problem(String path, String message) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return new YamlProblem(path, message + " (line " + line + ")");
            }
        }
        return new YamlProblem(path, message);
    }

    private static String parent(String path) {
        return path.substring(
                0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
