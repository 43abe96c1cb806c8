// SPDX-License-Identifier: GPL-3.0-or-later
/** Posts and their identity map in slices, one per retention class and delete-by day. */
@NullMarked
package org.perimeter.connectors.elasticsearch.post;

import org.jspecify.annotations.NullMarked;
