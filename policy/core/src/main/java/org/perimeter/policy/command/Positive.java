// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

/** A whole number above 0. */
public final class Positive extends WholeNumber {

    public Positive() {
        super(1, Integer.MAX_VALUE);
    }
}
