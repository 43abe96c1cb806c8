// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a store must do. One contract test kit in {@code connectors/testkit} is passed by the
 * in-memory fake and by Elasticsearch.
 */
@NullMarked
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.NullMarked;
