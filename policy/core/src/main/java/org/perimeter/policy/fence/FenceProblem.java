// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

/**
 * Why a shape is no lawful fence.
 *
 * @param path where in the shape: {@code radiusMeters}, {@code rings[1]}, {@code rings[0][3]}
 * @param message one sentence for the person who drew it
 */
public record FenceProblem(String path, String message) {}
