// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

/**
 * How a source is doing, in numbers only.
 *
 * @param received items delivered since opening
 * @param rejected items that became dead letters
 * @param gaps times at which the platform silently skipped part of the stream (a cursor too old)
 * @param reconnects times the connection was lost and made again
 * @param connected whether it is connected now
 */
public record SourceHealth(
        long received, long rejected, long gaps, long reconnects, boolean connected) {}
