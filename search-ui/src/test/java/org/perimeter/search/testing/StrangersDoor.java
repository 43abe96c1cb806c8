// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.testing;

import org.perimeter.search.access.Caller;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Door;
import org.perimeter.search.api.error.ApiException;

/** A door that knows nobody: what is served behind it is served to anyone. */
public enum StrangersDoor implements Door {
    CLOSED;

    @Override
    public Caller admit(Call call) {
        throw ApiException.of(401, "nobody is known here");
    }
}
