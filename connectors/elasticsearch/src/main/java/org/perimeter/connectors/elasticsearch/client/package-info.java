// SPDX-License-Identifier: GPL-3.0-or-later
/** The connection to Elasticsearch: calls that fail with a store's own words, and batches. */
@NullMarked
package org.perimeter.connectors.elasticsearch.client;

import org.jspecify.annotations.NullMarked;
