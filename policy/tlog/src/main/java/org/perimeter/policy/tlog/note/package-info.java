// SPDX-License-Identifier: GPL-3.0-or-later
/** Signed notes and their keys (C2SP signed-note). */
@NullMarked
package org.perimeter.policy.tlog.note;

import org.jspecify.annotations.NullMarked;
