// SPDX-License-Identifier: GPL-3.0-or-later
/** Which language a post is written in; decides what may be run over it. */
@NullMarked
package org.perimeter.nlp.language;

import org.jspecify.annotations.NullMarked;
