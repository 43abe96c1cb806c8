// SPDX-License-Identifier: GPL-3.0-or-later
/** The normalisation that makes search forgiving, the same at index and at query time. */
@NullMarked
package org.perimeter.connectors.elasticsearch.text;

import org.jspecify.annotations.NullMarked;
