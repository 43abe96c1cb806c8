// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The local Elasticsearch node as a child process: for the laptop, the demo and the integration
 * tests. At scale a cluster's URL takes its place and nothing here is used.
 */
@NullMarked
package org.perimeter.connectors.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
