// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Language of incidents and threats: a lexicon of rules compiled to an automaton over tokens, and
 * the weighing of what it finds. Everything found is a candidate with its evidence, never a
 * verdict.
 */
@NullMarked
package org.perimeter.nlp.threat;

import org.jspecify.annotations.NullMarked;
