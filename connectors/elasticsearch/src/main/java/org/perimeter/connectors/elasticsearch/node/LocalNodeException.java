// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import org.jspecify.annotations.Nullable;

/** The local node could not be run; the message says why and what to do about it. */
public final class LocalNodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalNodeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    LocalNodeException(String message) {
        this(message, null);
    }
}
