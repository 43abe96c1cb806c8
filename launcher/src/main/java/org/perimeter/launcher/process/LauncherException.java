// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.process;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.WrongConfiguration;

/** The work cannot be done; the message is the one line that a person needs. */
public final class LauncherException extends RuntimeException implements WrongConfiguration {

    private static final long serialVersionUID = 2L;

    private final boolean wrongConfiguration;

    public LauncherException(String message) {
        this(message, false);
    }

    /**
     * @param wrongConfiguration whether trying again is in vain until a person has mended the
     *     configuration
     */
    public LauncherException(String message, boolean wrongConfiguration) {
        super(message);
        this.wrongConfiguration = wrongConfiguration;
    }

    public LauncherException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.wrongConfiguration = false;
    }

    @Override
    public boolean wrongConfiguration() {
        return wrongConfiguration;
    }
}
