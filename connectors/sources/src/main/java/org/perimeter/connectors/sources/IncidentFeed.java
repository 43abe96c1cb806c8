// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.perimeter.connectors.spi.source.IncidentSource;

import java.time.Duration;

/**
 * A source of incidents and how often to ask it.
 *
 * @param source to poll
 * @param period from one poll to the next
 */
public record IncidentFeed(IncidentSource source, Duration period) {}
