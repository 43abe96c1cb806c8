// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

/** The call was wrong; the message is the one line that says how. */
public final class WrongCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongCallException(String message) {
        super(message);
    }
}
