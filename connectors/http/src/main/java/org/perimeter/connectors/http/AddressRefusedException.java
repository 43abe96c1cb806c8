// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import java.net.UnknownHostException;

/** A name leads to an address that may not be connected to; the message does not say which. */
public final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException() {
        super("an address that may not be connected to");
    }
}
