// SPDX-License-Identifier: GPL-3.0-or-later
/** The store ports on the official Elasticsearch client, on one node or on a cluster. */
@NullMarked
package org.perimeter.connectors.elasticsearch;

import org.jspecify.annotations.NullMarked;
