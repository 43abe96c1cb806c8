// SPDX-License-Identifier: GPL-3.0-or-later
/** Alerts as analysts read them; each reading is in the ledger before the answer leaves. */
@NullMarked
package org.perimeter.search.alert;

import org.jspecify.annotations.NullMarked;
