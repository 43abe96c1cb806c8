// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin;

import org.jspecify.annotations.Nullable;

/**
 * As whom to look at the demo.
 *
 * @param person one of its people; null for the local actor, who is analyst and supervisor
 */
public record ChoosePerson(@Nullable DemoPerson person) {}
