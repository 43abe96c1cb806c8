// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Matches posts against the fences of live incidents, and lets posts that match none wait in
 * working memory, for minutes, for an incident that opens now.
 */
@NullMarked
package org.perimeter.jobs.fence;

import org.jspecify.annotations.NullMarked;
