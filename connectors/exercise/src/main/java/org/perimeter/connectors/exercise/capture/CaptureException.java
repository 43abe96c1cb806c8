// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.capture;

import org.jspecify.annotations.Nullable;

/** A capture cannot be read or served; the message says which and why, for people. */
public final class CaptureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CaptureException(String message) {
        super(message);
    }

    public CaptureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
