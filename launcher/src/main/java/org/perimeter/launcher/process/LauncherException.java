// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import org.jspecify.annotations.Nullable;

/** The work cannot be done; the message is the one line that a person needs. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
