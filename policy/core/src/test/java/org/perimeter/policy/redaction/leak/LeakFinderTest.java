// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.controls.Control;

import java.util.List;
import java.util.Set;

/** Control IDN-02: what a scan of stored texts finds. */
final class LeakFinderTest {

    private final LeakFinder finder = new LeakFinder(List.of("US", "ES"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask @zofia_k about it|HANDLE",
                "ask /u/zofia_k|HANDLE",
                "by zofia.bsky.social|HANDLE",
                "did:plc:zofia|HANDLE",
                "\uFF20zofia|HANDLE",
                "call 510-555-0144|NUMBER",
                "call (510) 555 0144|NUMBER",
                "llama 612 345 678|NUMBER",
                "zofia (at) mailhaus|MAIL",
                "zofia at mailhaus dot org|MAIL",
                "https://mailhaus/x|LINK",
                "on mailhaus.org now|LINK",
                "t.me/zofia|LINK",
                "plate 7KXR482|PLATE",
                "Plates: kxr48|PLATE"
            })
    @Control("IDN-02")
    void findsWhatNamesAPerson(String text, LeakKind kind) {
        // When
        Set<LeakKind> found = finder.find(text);

        // Then
        assertThat(found).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[handle] and [phone] or [email], [link] and [plate]",
                "Shots at 5th and Pine at 12:30, @5pm or @12th",
                "plates on 5th, room 4117, route 101",
                "case 2027-004211 of 2027-03-10",
                "layer:12 report.shots $5,000.00"
            })
    void findsNothingInWhatIsRedactedOrOrdinary(String text) {
        // When
        Set<LeakKind> found = finder.find(text);

        // Then
        assertThat(found).isEmpty();
    }
}
