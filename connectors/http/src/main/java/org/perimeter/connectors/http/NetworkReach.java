// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import java.net.InetAddress;
import java.util.Set;

/** Which networks a configured address may lead into. */
public enum NetworkReach {
    /** The Internet, and nothing inside. */
    INTERNET {
        @Override
        boolean allows(InetAddress address) {
            return AddressKind.of(address) == AddressKind.PUBLIC;
        }
    },
    /** The Internet, this machine and private networks: somebody said so in the configuration. */
    INTERNET_OR_INSIDE {
        @Override
        boolean allows(InetAddress address) {
            return AddressKind.of(address) != AddressKind.SPECIAL;
        }
    },
    /** This machine, and nothing but it. */
    THIS_MACHINE {
        @Override
        boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }
    };

    private static final Set<String> NAMES_OF_THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** What follows from the host that was configured: what is on this machine stays on it. */
    public static NetworkReach ofHost(String host) {
        return NAMES_OF_THIS_MACHINE.contains(host) ? THIS_MACHINE : INTERNET;
    }

    abstract boolean allows(InetAddress address);
}
