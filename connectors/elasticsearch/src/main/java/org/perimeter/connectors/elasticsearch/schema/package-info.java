// SPDX-License-Identifier: GPL-3.0-or-later
/** Which indices exist, and their strict mappings: templates, aliases, names. */
@NullMarked
package org.perimeter.connectors.elasticsearch.schema;

import org.jspecify.annotations.NullMarked;
