// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import okhttp3.Dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves a name to the very addresses that are then connected to, and refuses it when one of them
 * is out of reach: a name may lead somewhere else in the next second. Two that guard alike are
 * equal, for the client shares connections among equals only.
 *
 * @param resolver the real one
 * @param reach where the name may lead
 * @param encrypted whether what is said travels in TLS; without it, it does not leave the house
 */
public record GuardedDns(Dns resolver, NetworkReach reach, boolean encrypted) implements Dns {

    /** Guards the names of this system. */
    public static GuardedDns ofSystem(NetworkReach reach, boolean encrypted) {
        return new GuardedDns(Dns.SYSTEM, reach, encrypted);
    }

    /**
     * @throws AddressRefusedException when one of the addresses may not be connected to
     */
    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(name);
        for (InetAddress address : addresses) {
            require(address);
        }
        return addresses;
    }

    /**
     * For clients that resolve names by themselves: whether the host may be connected to now. They
     * are to connect at once, while the name is in the cache of this Java machine.
     *
     * @param host a name, or an address, IPv6 in brackets or not
     * @throws UnknownHostException when it may not be connected to, or is not known
     */
    public void require(String host) throws UnknownHostException {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        requireLiteral(plain);
        List<InetAddress> unused = lookup(plain);
    }

    /**
     * Checks an address that is written as such, which would not be looked up. Four plain numbers
     * only: {@code 0177.0.0.1} is 127.0.0.1 to some, and 177.0.0.1 to others.
     *
     * @throws UnknownHostException when it may not be connected to, or is none after all
     */
    void requireLiteral(String host) throws UnknownHostException {
        boolean four = host.matches("[0-9.]+");
        if (four || host.indexOf(':') >= 0) {
            InetAddress address = InetAddress.getByName(host);
            require(address);
            if (four && !address.getHostAddress().equals(host)) {
                throw new AddressRefusedException();
            }
        }
    }

    private void require(InetAddress address) throws AddressRefusedException {
        boolean inTheClear = !encrypted && AddressKind.of(address) == AddressKind.PUBLIC;
        if (inTheClear || !reach.allows(address)) {
            throw new AddressRefusedException();
        }
    }
}
