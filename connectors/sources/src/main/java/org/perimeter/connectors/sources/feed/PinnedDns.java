// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import okhttp3.Dns;

import java.net.Inet4Address;
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
        if (thisMachine ? !address.isLoopbackAddress() : !isPublic(address)) {
            throw new UnknownHostException("an address that may not be connected to");
        }
    }

    private static boolean isPublic(InetAddress address) {
        boolean special =
                address.isLoopbackAddress()
                        || address.isAnyLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
    }

    /** Without "this network", carrier-grade NAT, protocol and benchmark ranges, reserved ones. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /** Global unicast (2000::/3) without the ranges that carry an IPv4 address inside. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        boolean teredoOrDocumentation = first == 0x2001 && (second == 0 || second == 0x0DB8);
        return (bytes[0] & 0xE0) == 0x20 && first != 0x2002 && !teredoOrDocumentation;
    }
}
