// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.jspecify.annotations.Nullable;

/** The console cannot start; the message names what is wrong by its path in the config file. */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String path, String problem, @Nullable Throwable cause) {
        super(path + ": " + problem, cause);
    }
}
