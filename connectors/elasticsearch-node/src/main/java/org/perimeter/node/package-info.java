// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Starts an Elasticsearch server inside its own process, from the published jars. Nothing of
 * Perimeter depends on this module: it talks to the node over HTTP, as to any cluster.
 */
@NullMarked
package org.perimeter.node;

import org.jspecify.annotations.NullMarked;
