// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

/**
 * One thing that keeps a rulebook from being valid.
 *
 * @param path YAML path such as {@code rules[3].value}; empty for the whole file; {@code
 *     SIGNATURES} for its signatures
 * @param message one sentence for the person who wrote it, with the line when it is known
 */
public record RulebookProblem(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
