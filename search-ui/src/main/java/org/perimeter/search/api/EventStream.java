// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.perimeter.search.api.error.ApiException;

import java.io.IOException;

/** An answer that goes on until the reader leaves, the server stops or it is refused. */
@FunctionalInterface
public interface EventStream {

    /**
     * Sends what is new; called about once a second.
     *
     * @throws ApiException when the reader may not see more: the stream ends with the refusal
     * @throws IOException when the reader has left
     */
    void look(EventSink sink) throws IOException;
}
