// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Small linear classifiers over hashed word sequences: what they see of a text, their weights, and
 * which words decided.
 */
@NullMarked
package org.perimeter.nlp.classifier;

import org.jspecify.annotations.NullMarked;
