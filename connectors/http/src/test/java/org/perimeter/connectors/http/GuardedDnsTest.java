// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

final class GuardedDnsTest {

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
        assertThatExceptionOfType(AddressRefusedException.class)
                .isThrownBy(() -> dns(NetworkReach.INTERNET, true, address).lookup("name.invalid"))

                // Then
                .withMessageNotContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "100.63.0.1", "172.32.0.1", "2620:fe::9"})
    void letsPublicAddressesPass(String address) throws UnknownHostException {
        // When
        List<InetAddress> addresses =
                dns(NetworkReach.INTERNET, true, address).lookup("name.invalid");

        // Then
        assertThat(addresses).containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "10.0.0.1"})
    void whatIsOnThisMachineStaysOnThisMachine(String address) {
        // When
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> dns(NetworkReach.THIS_MACHINE, true, address).lookup("localhost"))

                // Then
                .withNoCause();
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
    void letsEachReachItsOwnKindOfNetworkOnly(
            String address, boolean internet, boolean insideEncrypted, boolean insideInTheClear)
            throws UnknownHostException {
        // When, Then
        assertThat(lets(NetworkReach.INTERNET, true, address)).isEqualTo(internet);
        assertThat(lets(NetworkReach.INTERNET_OR_INSIDE, true, address))
                .isEqualTo(insideEncrypted || internet);
        assertThat(lets(NetworkReach.INTERNET_OR_INSIDE, false, address))
                .isEqualTo(insideInTheClear);
        assertThat(lets(NetworkReach.INTERNET, false, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254"})
    void refusesANameOfWhichOneAddressIsForbidden(String forbidden) throws UnknownHostException {
        // When, Then
        assertThat(lets(NetworkReach.INTERNET, true, "8.8.8.8", forbidden)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "::ffff:10.0.0.1", "127.0.0.1", "2130706433", "010.8.8.8"})
    void refusesAHostThatIsWrittenAsAnAddressInside(String host) {
        // Given
        GuardedDns dns = GuardedDns.ofSystem(NetworkReach.INTERNET, true);

        // When, Then
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> dns.require(host));
    }

    @Test
    void guardsWithAnotherReachAreNeverTakenForOneAnother() throws UnknownHostException {
        // Given
        GuardedDns outside = GuardedDns.ofSystem(NetworkReach.INTERNET, true);

        // When, Then
        assertThat(outside).isEqualTo(GuardedDns.ofSystem(NetworkReach.INTERNET, true));
        assertThat(outside).isNotEqualTo(GuardedDns.ofSystem(NetworkReach.THIS_MACHINE, true));
        assertThat(outside).isNotEqualTo(GuardedDns.ofSystem(NetworkReach.INTERNET, false));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, THIS_MACHINE",
        "127.0.0.1, THIS_MACHINE",
        "::1, THIS_MACHINE",
        "[::1], THIS_MACHINE",
        "127.0.0.2, INTERNET",
        "localhost.example.org, INTERNET",
        "feed.example.org, INTERNET"
    })
    void onlyTheNamesOfThisMachineMeanThisMachine(String host, NetworkReach expected) {
        // When, Then
        assertThat(NetworkReach.ofHost(host)).isEqualTo(expected);
    }

    private static boolean lets(NetworkReach reach, boolean encrypted, String... literals)
            throws UnknownHostException {
        try {
            return !dns(reach, encrypted, literals).lookup("hook.example.org").isEmpty();
        } catch (AddressRefusedException e) {
            return false;
        }
    }

    private static GuardedDns dns(NetworkReach reach, boolean encrypted, String... literals) {
        return new GuardedDns(
                name -> {
                    List<InetAddress> addresses = new ArrayList<>();
                    for (String literal : literals) {
                        addresses.add(InetAddress.getByName(literal));
                    }
                    return addresses;
                },
                reach,
                encrypted);
    }
}
