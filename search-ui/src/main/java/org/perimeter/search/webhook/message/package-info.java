// SPDX-License-Identifier: GPL-3.0-or-later
/** What a webhook says. */
@NullMarked
package org.perimeter.search.webhook.message;

import org.jspecify.annotations.NullMarked;
