// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import okhttp3.Dns;

import org.perimeter.connectors.http.AddressKind;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves names to the addresses that are then connected to, and lets no name lead into this
 * machine or its networks, except for a feed that is configured to be on this machine.
 */
final class PinnedDns implements Dns {

    private final Dns resolver;
    private final boolean thisMachine;

    /**
     * @param resolver the real one
     * @param thisMachine whether only this machine is allowed, instead of anything but it
     */
    PinnedDns(Dns resolver, boolean thisMachine) {
        this.resolver = resolver;
        this.thisMachine = thisMachine;
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(name);
        for (InetAddress address : addresses) {
            require(address);
        }
        return addresses;
    }

    /**
     * @throws UnknownHostException when the address may not be connected to
     */
    void require(InetAddress address) throws UnknownHostException {
        boolean allowed =
                thisMachine
                        ? address.isLoopbackAddress()
                        : AddressKind.of(address) == AddressKind.PUBLIC;
        if (!allowed) {
            throw new UnknownHostException("an address that may not be connected to");
        }
    }
}
