// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-03-07T14:05:09Z | 14:05:09",
                "2031-03-07t14:05:09z | 14:05:09",
                "2031-03-07T14:05:09.123456789012345678Z | 14:05:09.123456789",
                "2031-03-07T14:05:09,5+02:00 | 12:05:09.5",
                "2031-03-07T14:05Z | 14:05:00",
                "2031-03-07T14:05:09+0200 | 12:05:09",
                "2031-03-07T14:05:09-03 | 17:05:09",
                "2031-03-07T14:05:09+02:00[Europe/Madrid] | 12:05:09",
                "2031-03-07 14:05:09 | 14:05:09",
                "2031-03-07 14:05:09 UTC | 14:05:09",
                "2031-03-07 09:05:09 -0500 | 14:05:09",
                "2031-03-07 09:05:09 America/New_York | 14:05:09",
                "2031-3-7 4:05 | 04:05:00",
                "2031/03/07 14:05:09 | 14:05:09",
                "20310307T140509Z | 14:05:09",
                "20310307140509 | 14:05:09",
                "2031-03-07 | 00:00:00",
                "2031-03-06T24:00:00Z | 00:00:00",
                "Fri, 07 Mar 2031 14:05:09 +0000 | 14:05:09",
                "Fri, 7 Mar 2031 14:05 GMT | 14:05:00",
                "Fri 07 Mar 2031 16:05:09 +0200 | 14:05:09",
                "7 Mar 31 14:05:09 Z | 14:05:09",
                "Friday, 07-Mar-31 14:05:09 GMT | 14:05:09",
                "Fri, 07 Mar 2031 15:05:09 GMT+0100 | 14:05:09",
                "Fri, 07 Mar 2031 15:05:09 GMT+01:00 (CET) | 14:05:09",
                "Fri, 07 Mar 2031 09:05:09 EST | 14:05:09",
                "Fri, 07 Mar 2031 09:05:09 ET | 14:05:09",
                "Fri, 07 Mar 2031 06:05:09 pst | 14:05:09",
                "Fri, 07 Mar 2031 14:05:60 GMT | 14:05:59",
                "Fri Mar 7 14:05:09 2031 | 14:05:09",
                "Fri Mar  7 14:05:09 UTC 2031 | 14:05:09",
                "Fri Mar 07 14:05:09 +0000 2031 | 14:05:09",
                "March 7, 2031 2:05 PM | 14:05:00",
                "March 7th, 2031 at 9:05 a.m. EST | 14:05:00",
                "Mar 7, 2031, 12:05 AM | 00:05:00",
                "7 de marzo de 2031 14:05 | 14:05:00",
                "vie, 7 mar 2031 14:05:09 +0000 | 14:05:09",
                "Fr., 7. März 2031, 14:05 Uhr | 14:05:00",
                "Fr, 07 Mrz 2031 15:05:09 MEZ | 14:05:09",
                "Freitag, 7. März 2031 15:05 MEZ | 14:05:00",
                "ven. 7 mars 2031 à 14:05 | 14:05:00",
                "07 março 2031 14:05:09 +0000 | 14:05:09",
                "3/7/2031 14:05 | ",
                "07.03.2031 14:05 | 14:05:00",
                "2031年3月7日 14:05 | 14:05:00",
                "1930658709 | 14:05:09",
                "1930658709000 | 14:05:09"
            })
    void readsATimeAsPeopleWriteIt(String written, String expected) {
        // When
        Instant read = WrittenTime.parse(written);

        // Then
        assertThat(read)
                .isEqualTo(expected == null ? null : Instant.parse("2031-03-07T" + expected + "Z"));
    }

    @Test
    void aDayAboveTwelveTellsDayAndMonthApart() {
        // When
        Instant american = WrittenTime.parse("10/21/2031 08:28 PM");
        Instant european = WrittenTime.parse("21/10/2031 20:28");

        // Then
        assertThat(american).isEqualTo(Instant.parse("2031-10-21T20:28:00Z")).isEqualTo(european);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "3 hours ago",
                "2031-02-30T10:00:00Z",
                "2031-13-01",
                "2031-03-07T25:00:00Z",
                "2031-03-07T10:61:00Z",
                "Fri, 07 Foo 2031 14:05:09 GMT",
                "Fri, 07 Mar 2031 14:05:09 IST",
                "Fri, 07 Mar 2031 14:05:09 +9900",
                "Fri, 32 Mar 2031 14:05:09 GMT",
                "Mar 7, 2031 14:05 PM",
                "10/11/2031 10:00",
                "0000-00-00 00:00:00",
                "12:30",
                "99999999999999999999"
            })
    void whatNamesNoTimeIsNone(String written) {
        // When
        Instant read = WrittenTime.parse(written);

        // Then
        assertThat(read).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-07T14:05:09.123456789012Z, true",
        "2031-03-07t14:05:09z, true",
        "2031-03-07T14:05:09-0000, true",
        "2031-03-07T14:05:09, false",
        "2031-03-07, false",
        "1930658709, false",
        "'Fri, 07 Mar 2031 14:05:09 GMT', false"
    })
    void theStrictReadingNeedsAZone(String written, boolean readable) {
        // When
        Instant read = WrittenTime.parseIso(written);

        // Then
        assertThat(read != null).isEqualTo(readable);
    }
}
