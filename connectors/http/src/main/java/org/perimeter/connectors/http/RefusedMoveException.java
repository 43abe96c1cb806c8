// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import java.io.IOException;

/** The server says that the document moved to where nobody goes; the message does not say where. */
public final class RefusedMoveException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedMoveException(String message) {
        super(message);
    }
}
