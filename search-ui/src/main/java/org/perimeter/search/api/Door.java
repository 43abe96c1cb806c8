// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.access.Caller;
import org.perimeter.search.api.error.ApiException;

/** Says who stands behind a request, before anything is answered. */
@FunctionalInterface
public interface Door {

    /**
     * Whoever asks.
     *
     * @throws ApiException 401 when nobody known does, 429 when they ask too often
     */
    Caller admit(Call call);

    /** Path of the page by which somebody comes in; null when there is none. */
    default @Nullable String entrance() {
        return null;
    }
}
