// SPDX-License-Identifier: GPL-3.0-or-later
/** What retention needs of a store besides the posts: what rests until when, and its own diary. */
@NullMarked
package org.perimeter.connectors.spi.store.retention;

import org.jspecify.annotations.NullMarked;
