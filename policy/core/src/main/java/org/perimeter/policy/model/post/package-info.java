// SPDX-License-Identifier: GPL-3.0-or-later
/** Posts, before and after they were admitted. */
@NullMarked
package org.perimeter.policy.model.post;

import org.jspecify.annotations.NullMarked;
