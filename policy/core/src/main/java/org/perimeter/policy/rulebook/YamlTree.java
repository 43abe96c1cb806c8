// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/**
 * A parsed text and where its parts stand.
 *
 * @param root the same as JSON
 * @param lines line number, from 1, of each path
 */
public record YamlTree(JsonNode root, Map<String, Integer> lines) {

    public YamlTree {
        lines = Map.copyOf(lines);
    }

    /** A problem at a path, with the line of the nearest part that exists. */
    RulebookProblem problem(String path, String message) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return new RulebookProblem(path, message + " (line " + line + ")");
            }
        }
        return new RulebookProblem(path, message);
    }

    private static String parent(String path) {
        return path.substring(
                0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
