// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.config.ConfigFile;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses a source may be configured with: in clear over a network anybody on the way could
 * add and remove posts.
 */
final class SourceAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern CONTACT = Pattern.compile("[!-~]{3,200}");

    private SourceAddress() {}

    /**
     * @throws IllegalArgumentException when the component {@code url} is not the address of a
     *     socket that is secure, or on this machine
     */
    static void requireSocket(@Nullable String url) {
        require(url, "wss", "ws");
    }

    /**
     * @throws IllegalArgumentException when the component {@code url} is not the address of a
     *     document that is secure, or on this machine
     */
    static void requireWeb(@Nullable String url) {
        require(url, "https", "http");
    }

    /**
     * @throws IllegalArgumentException when the component {@code contact} is no address of people
     */
    static void requireContact(@Nullable String contact) {
        ConfigFile.require("contact", contact);
        String address = String.valueOf(contact);
        boolean mail = address.contains("@");
        if (!CONTACT.matcher(address).matches() || !(mail || address.startsWith("https://"))) {
            throw new IllegalArgumentException("contact: an e-mail or https address is required");
        }
    }

    private static void require(@Nullable String url, String secure, String local) {
        ConfigFile.require("url", url);
        URI address;
        try {
            address = URI.create(String.valueOf(url));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("url: is not an address", e);
        }
        String host = address.getHost();
        boolean allowed =
                secure.equals(address.getScheme())
                        || (local.equals(address.getScheme())
                                && host != null
                                && THIS_MACHINE.contains(host));
        boolean plain = address.getUserInfo() == null && address.getFragment() == null;
        if (host == null || !allowed || !plain) {
            throw new IllegalArgumentException(
                    "url: a " + secure + " address, or " + local + " on this machine, is required");
        }
    }
}
