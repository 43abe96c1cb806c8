// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

final class GuardedDnsTest {

    private static boolean lets(boolean allowPrivate, boolean encrypted, String... literals)
            throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            addresses.add(InetAddress.getByName(literal));
        }
        try {
            return new GuardedDns(name -> addresses, allowPrivate, encrypted)
                    .lookup("hook.example.org")
                    .equals(addresses);
        } catch (GuardedDns.RefusedAddressException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true, true, false",
        "127.0.0.1, false, true, true",
        "10.0.0.1, false, true, true",
        "::ffff:127.0.0.1, false, true, true",
        "169.254.169.254, false, false, false",
        "fe80::1, false, false, false",
        "224.0.0.1, false, false, false",
        "0.0.0.0, false, false, false"
    })
    void letsEachEndpointReachItsOwnKindOfNetworkOnly(
            String address, boolean plain, boolean insideEncrypted, boolean insideInTheClear)
            throws UnknownHostException {
        // When, Then
        assertThat(lets(false, true, address)).isEqualTo(plain);
        assertThat(lets(true, true, address)).isEqualTo(insideEncrypted || plain);
        assertThat(lets(true, false, address)).isEqualTo(insideInTheClear);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "169.254.169.254"})
    void refusesANameOfWhichOneAddressIsForbidden(String forbidden) throws UnknownHostException {
        // When, Then
        assertThat(lets(false, true, "8.8.8.8", forbidden)).isFalse();
    }
}
