// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One polled instance and how far it was read; all that a checkpoint knows of a source.
 *
 * @param splitId id of the instance, as configured
 * @param cursor opaque; empty at the very beginning
 */
public record PollingSplit(String splitId, String cursor) implements SourceSplit {}
