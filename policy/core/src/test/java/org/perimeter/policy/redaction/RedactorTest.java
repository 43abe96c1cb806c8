// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.controls.Control;

import java.util.List;

/** Control IDN-02: what is replaced, and what must stay readable. */
final class RedactorTest {

    private static final Redactor REDACTOR = Redactor.of(List.of("US"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask @invented now|ask [handle] now",
                ".@invented says so|.[handle] says so",
                "(@invented_2)|([handle])",
                "hi @in.ven-ted, run|hi [handle], run",
                "by @user@host.example!|by [handle]!",
                "me: name.bsky.social.|me: [handle].",
                "@name.bsky.social and @other|[handle] and [handle]",
                "＠invented is there|[handle] is there",
                "see u/invented_name|see [handle]",
                "did:plc:abc123xyz wrote|[handle] wrote",
                "mail a.b+c@example.org, please|mail [email], please",
                "mailto:x@example.org|mailto:[email]",
                "see https://example.org/a?b=c#d.|see [link].",
                "see HTTP://EXAMPLE.ORG/(x)|see [link]",
                "at://did:plc:abc/app.bsky.feed.post/3k|[link]",
                "www.example.zz/x|[link]",
                "go to example.com/path now|go to [link] now",
                "on example.co.uk today|on [link] today",
                "bit.ly/3xYz|[link]",
                "t.me/invented|[link]",
                "end.Example.com:8080/x|[link]",
                "call 510-555-0123|call [phone]",
                "call (510) 555-0123 now|call [phone] now",
                "call 510.555.0123.|call [phone].",
                "call +1 510 555 0123|call [phone]",
                "call 1-510-555-0123 ext. 12|call [phone]",
                "call 5105550123x9|call [phone]",
                "call +44 20 7946 0958|call [phone]",
                "call 07700 900123|call [phone]",
                "call 0049 30 901820|call [phone]",
                "call 555-0123|call [phone]",
                "call 510 - 555 - 0123|call [phone]",
                "tel:5105550123|tel:[phone]",
                "１２３-４５６-７８９０|[phone]",
                "12 510-555-0123|12 [phone]"
            })
    @Control("IDN-02")
    void replacesIdentifiers(String text, String expected) {
        // Given the text

        // When
        Redaction redaction = REDACTOR.redact(text);

        // Then
        assertThat(redaction.text()).isEqualTo(expected);
        assertThat(redaction.changed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shots fired at 12:30 at 1400 Broadway",
                "300-3400 block of Main St",
                "Engine 12, badge 4711, unit 3B12",
                "on 2027-03-10 at 03/10/2027 and 10.03.2027",
                "10-03-2027 12:30",
                "at 37.8053, -122.2726",
                "lon -122.2726123",
                "E.Main/14th and St.Mary's",
                "see you @ 5 pm",
                "Mr.Smith went home.Then he ran",
                "911 911 call 911!!",
                "94607-1234 is a zip",
                "case 2027-004211",
                "version 1.2.3.4",
                "and/or w/o",
                "$5,000.00 and 1,234,567",
                "a.m. and p.m.",
                "",
                "@",
                "...---..."
            })
    void leavesOtherTextAlone(String text) {
        // Given the text

        // When
        Redaction redaction = REDACTOR.redact(text);

        // Then
        assertThat(redaction.text()).isEqualTo(text);
        assertThat(redaction.changed()).isFalse();
    }

    @Test
    @Control("IDN-02")
    void findsIdentifiersThatInvisibleCharactersBreakUp() {
        // Given
        String text = "ask @inv\u200Bented or a\u200B@example.org or 510\u200B-555-0123";

        // When
        String redacted = REDACTOR.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo("ask [handle] or [email] or [phone]");
    }

    @Test
    void offsetsCountCodePoints() {
        // Given
        String text = "\uD83D\uDD25 @invented: fire at \uD83C\uDFE2 City Hall";
        int start = text.codePointCount(0, text.indexOf("City"));

        // When
        Redaction redaction = REDACTOR.redact(text);

        // Then
        int moved = redaction.translate(start);
        String redacted = redaction.text();
        assertThat(redacted.substring(redacted.offsetByCodePoints(0, moved)))
                .isEqualTo("City Hall");
        assertThat(redaction.translate(0)).isZero();
        assertThat(redaction.translate(5)).isEqualTo(2);
        assertThat(redaction.keeps(start, start + 9)).isTrue();
        assertThat(redaction.keeps(2, 11)).isFalse();
        assertThat(redaction.keeps(3, 5)).isFalse();
        assertThat(redaction.keeps(5, 20)).isFalse();
        assertThat(redaction.keeps(0, 20)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.com.",
                "a@",
                "@a",
                "510-555-",
                "5105550123.",
                "(",
                "+1",
                "http://",
                "a.",
                "1 ",
                "u/",
                "x/",
                "a\u200B",
                "did:",
                "@a.com/",
                "-",
                "..."
            })
    @Timeout(10)
    void takesLinearTimeOnHostileText(String piece) {
        // Given
        String text = piece.repeat(500_000 / piece.length());

        // When
        assertThatCode(() -> REDACTOR.redact(text))

                // Then
                .doesNotThrowAnyException();
    }

    @Test
    void survivesLoneSurrogatesAndControlCharacters() {
        // Given
        String text = "\uD800 @invented \u0000\uDFFF";

        // When
        String redacted = REDACTOR.redact(text).text();

        // Then
        assertThat(redacted).isEqualTo("\uD800 [handle] \u0000\uDFFF");
    }
}
