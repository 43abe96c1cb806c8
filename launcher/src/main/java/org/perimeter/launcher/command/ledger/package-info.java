// SPDX-License-Identifier: GPL-3.0-or-later
/** The commands that read the audit log, in a folder or at a web address. */
@NullMarked
package org.perimeter.launcher.command.ledger;

import org.jspecify.annotations.NullMarked;
