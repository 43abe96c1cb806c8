// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

/**
 * Why one incident was not accepted.
 *
 * @param index its position in the collection, from 0; -1 when the whole document is at fault
 * @param path JSON path inside the feature, such as {@code properties.category}
 * @param message one sentence for the person or system that sent it
 */
public record IncidentProblem(int index, String path, String message) {}
