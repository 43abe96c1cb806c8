// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The close reading: a small transformer reads a post, alone or beside the incident that it may be
 * about. It stands after the fence: the place decides who is read, not the first reading's scores.
 */
@NullMarked
package org.perimeter.nlp.close;

import org.jspecify.annotations.NullMarked;
