// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * What kind of network an address leads into, after the IANA special-purpose registries (RFC 6890).
 * A program that connects wherever a name leads must not be led into its own machine or networks.
 */
public enum AddressKind {
    /** The Internet. */
    PUBLIC,
    /** This machine, or a private network: RFC 1918, RFC 4193, carrier-grade NAT (RFC 6598). */
    INSIDE,
    /**
     * Nowhere one connects to: link-local with the metadata services of clouds, multicast,
     * unspecified, reserved, documentation, and IPv6 ranges that carry another address inside.
     */
    SPECIAL;

    /** The kind of an address; IPv4 in IPv6 form counts as the IPv4 address that it is. */
    public static AddressKind of(InetAddress address) {
        if (address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || address.isAnyLocalAddress()) {
            return SPECIAL;
        }
        if (address.isLoopbackAddress()) {
            return INSIDE;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofFour(address, bytes) : ofSix(bytes);
    }

    private static AddressKind ofFour(InetAddress address, byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean carrierNat = first == 100 && second >= 64 && second < 128;
        if (address.isSiteLocalAddress() || carrierNat) {
            return INSIDE;
        }
        boolean special =
                first == 0
                        || first >= 240
                        || (first == 192 && second == 0 && (third == 0 || third == 2))
                        || (first == 198 && (second == 18 || second == 19))
                        || (first == 198 && second == 51 && third == 100)
                        || (first == 203 && second == 0 && third == 113);
        return special ? SPECIAL : PUBLIC;
    }

    private static AddressKind ofSix(byte[] bytes) {
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        if ((first & 0xFE00) == 0xFC00) {
            return INSIDE;
        }
        // Global unicast is 2000::/3; 2001:0::/32 is Teredo, 2002::/16 is 6to4.
        boolean global = (first & 0xE000) == 0x2000;
        boolean carriesAnother = first == 0x2002 || (first == 0x2001 && second == 0);
        boolean documentation = first == 0x2001 && second == 0x0DB8;
        return global && !carriesAnother && !documentation ? PUBLIC : SPECIAL;
    }
}
