// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import okhttp3.Dns;

import org.perimeter.connectors.http.AddressKind;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves a name to the very addresses that are then connected to, and refuses it when one of them
 * is not where the endpoint may be: a name may lead somewhere else in the next second.
 */
final class GuardedDns implements Dns {

    private final Dns resolver;
    private final boolean allowPrivate;
    private final boolean encrypted;

    /**
     * @param resolver the real one
     * @param allowPrivate whether this machine and private networks are allowed
     * @param encrypted whether messages travel in TLS; without it they do not leave the house
     */
    GuardedDns(Dns resolver, boolean allowPrivate, boolean encrypted) {
        this.resolver = resolver;
        this.allowPrivate = allowPrivate;
        this.encrypted = encrypted;
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
     * @throws RefusedAddressException when the address may not be connected to
     */
    void require(InetAddress address) throws RefusedAddressException {
        boolean allowed =
                switch (AddressKind.of(address)) {
                    case PUBLIC -> encrypted;
                    case INSIDE -> allowPrivate;
                    case SPECIAL -> false;
                };
        if (!allowed) {
            throw new RefusedAddressException();
        }
    }

    /** An address that may not be connected to. */
    static final class RefusedAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        RefusedAddressException() {
            super("an address that may not be connected to");
        }
    }
}
