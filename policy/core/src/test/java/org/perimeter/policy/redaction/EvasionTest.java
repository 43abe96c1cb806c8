// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.controls.Control;

import java.util.List;

/** Control IDN-02: identifiers that people write so that programs miss them. */
final class EvasionTest {

    private static final Redactor REDACTOR = Redactor.of(List.of("US"));

    /** In chars; no post with more of them is taken up. */
    private static final int LONGEST_POST = 64 * 1_024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write zofia.k at mailhaus dot org please|write [email] please",
                "zofia (at) mailhaus (dot) org|[email]",
                "zofia[at]mailhaus[dot]co[dot]uk!|[email]!",
                "ZOFIA AT MAILHAUS DOT COM|[email]",
                "zofia @ mailhaus . com now|[email] now",
                "zofia.k at gmail.com|[email]",
                "zofia dot k at mailhaus dot com|[email]",
                "zofia arroba mailhaus punto com|[email]",
                "on mailhaus[.]org today|on [link] today",
                "on mailhaus dot com today|on [link] today",
                "hxxps://mailhaus[.]org/zofia see|[link] see",
                "IG: zofia_k99|IG: [handle]",
                "snap=zofia.k ok|snap=[handle] ok",
                "/u/zofia_k says|/[handle] says",
                "user/zofia_k says|[handle] says",
                "npub1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq|[handle]",
                "call 5 1 0 5 5 5 0 1 4 4 now|call [phone] now",
                "call 5.1.0.5.5.5.0.1.4.4|call [phone]",
                "call 5-5-5-0-1-4-4|call [phone]",
                "call 51 05 55 01 44|call [phone]",
                "zofia.bsky.social, @zofia.bsky.social|[handle], [handle]",
                "t.me/zofia_k or instagram.com/zofia_k|[link] or [link]",
                "@zofia_k@haus.social.|[handle].",
                "see mailhaus.co or mailhaus.pro|see [link] or [link]"
            })
    @Control("IDN-02")
    void replacesWhatIsSpeltOut(String text, String expected) {
        // When
        String redacted = REDACTOR.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFF15\uFF11\uFF10 \uFF15\uFF15\uFF15 \uFF10\uFF11\uFF14\uFF14",
                "\uD835\uDFD3\uD835\uDFCF\uD835\uDFCE-\uD835\uDFD3\uD835\uDFD3\uD835\uDFD3-\uD835\uDFCE\uD835\uDFCF\uD835\uDFD2\uD835\uDFD2",
                "\u2464\u2460\uFF10-\u2464\u2464\u2464-0\u2460\u2463\u2463",
                "5\uFE0F\u20E31\uFE0F\u20E30\uFE0F\u20E3 5\uFE0F\u20E35\uFE0F\u20E35\uFE0F\u20E3 0\uFE0F\u20E31\uFE0F\u20E34\uFE0F\u20E34\uFE0F\u20E3",
                "\u0665\u0661\u0660 \u0665\u0665\u0665 \u0660\u0661\u0664\u0664",
                "5\u200B1\u200C0\u200D5\u20605\u00AD5\uFEFF0144",
                "\uFF20zofia",
                "@\uD835\uDC33\uD835\uDC5C\uD835\uDC53\uD835\uDC56\uD835\uDC4E",
                "zo\u200Bfia@mail\u200Bhaus.org",
                "zofia\uFF20mailhaus\uFF0Eorg",
                "mailhaus\u3002com",
                "\uD835\uDDFA\uD835\uDDEE\uD835\uDDF6\uD835\uDDF9haus.com/x"
            })
    @Control("IDN-02")
    void replacesWhatIsStyledOrBrokenUpUnseen(String hidden) {
        // Given
        String text = "ask " + hidden + " \uD83D\uDD25 now";

        // When
        Redaction redaction = REDACTOR.redact(text);

        // Then
        assertThat(redaction.text())
                .matches("ask \\[(phone|handle|email|link)\\]\\W* \uD83D\uDD25 now");
        int fire = text.codePointCount(0, text.indexOf("\uD83D\uDD25"));
        assertThat(redaction.slice(fire, fire + 1)).isEqualTo("\uD83D\uDD25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at 5th and pine, 12:30 - 13:45",
                "see you @5pm or @6:30 pm, @12th street, quake @360km",
                "ciao.....il fuoco",
                "meet at mall, dot it down",
                "look at main st. and then go",
                "10 9 8 7 6 5 4 3 2 1 happy new year",
                "1 2 3 4 5 6 7 eight",
                "the score was 3 1, then 4 2",
                "Twitter: police say two hurt",
                "Signal: red on track 2",
                "IG: nothing yet",
                "buses 51 52 72 and 88 diverted",
                "route 101 exit 23B, room 4117, unit 12",
                "it cost $612 345 678 to build",
                "between 1400 1500 and 1600 blocks",
                "at 0800 0900 and 1000 hrs",
                "\u00BD mile, 3\u00B2 metres, 5\u00BA",
                "Mile 12.4 of I-880, SR-24 and US-101",
                "engine 5, ladder 3, medic 1 and 2"
            })
    @Control("IDN-02")
    void leavesTimesPlacesAndNumbersOfOrdinaryLifeAlone(String text) {
        // When
        String redacted = REDACTOR.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a at ",
                "a dot ",
                "plate ",
                "plates: is ",
                "1 2 ",
                "51 ",
                "52 ",
                "ig: ",
                "a (at) b ",
                "5 1 0 ",
                "a[.]",
                "tag 7",
                "hxxp://a ",
                "x dot x at "
            })
    @Timeout(10)
    void takesLinearTimeOnHostileText(String piece) {
        // Given
        String text = piece.repeat(LONGEST_POST / piece.length());

        // When
        Redaction redaction = REDACTOR.redact(text);

        // Then
        assertThat(REDACTOR.redact(redaction.text()).changed()).isFalse();
    }

    @Test
    @Control("IDN-02")
    void oneLinkIsOneLinkHoweverItIsStyled() {
        // Given
        String text = "https://mailhaus.org/x \uFF48ttps://mailhaus.org/x";

        // When
        List<String> links = REDACTOR.links(text);

        // Then
        assertThat(links).containsExactly("mailhaus.org/x");
    }
}
