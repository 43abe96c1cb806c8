// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import org.perimeter.connectors.elasticsearch.schema.Slice;

/**
 * Where a document lies.
 *
 * @param slice its slice
 * @param version its version there
 */
record Copy(Slice slice, long version) {}
