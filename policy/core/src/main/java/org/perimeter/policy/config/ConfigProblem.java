// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param path where, such as {@code sources.posts[1].url}; empty for the whole file
 * @param message what is wrong and what would be right
 */
public record ConfigProblem(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
