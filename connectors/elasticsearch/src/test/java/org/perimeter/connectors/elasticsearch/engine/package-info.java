// SPDX-License-Identifier: GPL-3.0-or-later
/** The Elasticsearch that integration tests run on, here and in other modules. */
@NullMarked
package org.perimeter.connectors.elasticsearch.engine;

import org.jspecify.annotations.NullMarked;
