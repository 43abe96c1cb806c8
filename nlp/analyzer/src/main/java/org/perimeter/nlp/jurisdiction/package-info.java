// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The local layer of one jurisdiction: its streets and their crossings, landmarks and districts,
 * read from GeoJSON files, and the search for their names in a post.
 */
@NullMarked
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.NullMarked;
