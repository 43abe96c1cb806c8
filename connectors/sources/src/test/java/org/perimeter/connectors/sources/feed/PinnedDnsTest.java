// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

final class PinnedDnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0::1",
                "2001:db8::1"
            })
    void refusesWhatIsNotPublic(String address) {
        // When
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> dns(address, false).lookup("name.invalid"))

                // Then
                .withMessageNotContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "100.63.0.1", "172.32.0.1", "2620:fe::9"})
    void letsPublicAddressesPass(String address) throws UnknownHostException {
        // When
        List<InetAddress> addresses = dns(address, false).lookup("name.invalid");

        // Then
        assertThat(addresses).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "10.0.0.1"})
    void aFeedOnThisMachineStaysOnThisMachine(String address) {
        // When
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> dns(address, true).lookup("localhost"))

                // Then
                .withNoCause();
    }

    private static PinnedDns dns(String address, boolean thisMachine) {
        return new PinnedDns(name -> List.of(InetAddress.getByName(address)), thisMachine);
    }
}
