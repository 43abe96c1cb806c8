// SPDX-License-Identifier: GPL-3.0-or-later
/** What is held out of a corpus; shared by those who train on the rest and those who score it. */
@NullMarked
package org.perimeter.nlp.quality.split;

import org.jspecify.annotations.NullMarked;
