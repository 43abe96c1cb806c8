// SPDX-License-Identifier: GPL-3.0-or-later
/** Results written for programs (JSON) and for people (the table in the documentation). */
@NullMarked
package org.perimeter.nlp.quality.report;

import org.jspecify.annotations.NullMarked;
