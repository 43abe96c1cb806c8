// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The lexicon of violence and hazards: its rules, compiled to one automaton over scanned tokens.
 */
@NullMarked
package org.perimeter.nlp.threat.lexicon;

import org.jspecify.annotations.NullMarked;
