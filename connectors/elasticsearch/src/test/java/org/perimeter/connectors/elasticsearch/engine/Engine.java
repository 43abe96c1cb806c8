// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.engine;

/**
 * A running Elasticsearch.
 *
 * @param name which of the possible engines it is, for the report
 * @param url base URL
 * @param stop ends it, unless it was given
 */
record Engine(String name, String url, Runnable stop) {}
