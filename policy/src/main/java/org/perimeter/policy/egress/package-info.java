// SPDX-License-Identifier: GPL-3.0-or-later
/** Where the system may connect to when somebody else's words name the address. */
@NullMarked
package org.perimeter.policy.egress;

import org.jspecify.annotations.NullMarked;
