// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Whether the analysis treats groups of people and ways of speaking alike, measured on test sets
 * made for it. Only here is a dialect ever told, of a text, never of a person; a rule of the
 * architecture keeps everything that ships from using this package.
 */
@NullMarked
package org.perimeter.nlp.quality.audit;

import org.jspecify.annotations.NullMarked;
