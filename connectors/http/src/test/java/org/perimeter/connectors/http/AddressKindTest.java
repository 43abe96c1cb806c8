// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.UnknownHostException;

final class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "100.63.255.255, PUBLIC",
        "172.32.0.1, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "127.0.0.1, INSIDE",
        "127.255.0.9, INSIDE",
        "10.1.2.3, INSIDE",
        "172.16.0.1, INSIDE",
        "192.168.1.1, INSIDE",
        "100.64.0.1, INSIDE",
        "::1, INSIDE",
        "fd00::1, INSIDE",
        "::ffff:127.0.0.1, INSIDE",
        "::ffff:169.254.169.254, SPECIAL",
        "169.254.169.254, SPECIAL",
        "fe80::1, SPECIAL",
        "0.0.0.0, SPECIAL",
        "0.1.2.3, SPECIAL",
        "::, SPECIAL",
        "224.0.0.1, SPECIAL",
        "ff02::1, SPECIAL",
        "255.255.255.255, SPECIAL",
        "192.0.2.1, SPECIAL",
        "198.18.0.1, SPECIAL",
        "198.51.100.1, SPECIAL",
        "203.0.113.1, SPECIAL",
        "::127.0.0.1, SPECIAL",
        "64:ff9b::7f00:1, SPECIAL",
        "2002:7f00:1::, SPECIAL",
        "2001:0:7f00:1::, SPECIAL",
        "2001:db8::1, SPECIAL"
    })
    void knowsWhereAnAddressLeads(String literal, AddressKind expected)
            throws UnknownHostException {
        // Given
        InetAddress address = InetAddress.getByName(literal);

        // When, Then
        assertThat(AddressKind.of(address)).isEqualTo(expected);
    }
}
