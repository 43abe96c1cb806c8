// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin;

import org.perimeter.search.api.Door;
import org.perimeter.search.api.Route;

import java.util.List;

/** One manner of becoming known: the door, and the routes that lead to it. */
public interface Entrance {

    /** Says who asks. */
    Door door();

    /** Routes that belong to this manner alone. */
    List<Route> routes();
}
