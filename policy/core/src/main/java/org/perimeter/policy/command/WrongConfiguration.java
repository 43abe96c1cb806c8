// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

/** An exception that knows whether a person must mend something first, as with a wrong call. */
public interface WrongConfiguration {

    /** Whether trying again is in vain until a person has mended what they gave. */
    boolean wrongConfiguration();
}
