// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.Charset;
import java.util.Objects;

final class XmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8 | '' | text/xml | ''",
                "UTF-8 | '' | '' | ''",
                "UTF-8 | \uFEFF | text/xml; charset=iso-8859-1 | ISO-8859-1",
                "UTF-8 | '' | text/xml; charset=utf-8 | ISO-8859-1",
                "UTF-8 | '' | text/xml; Charset = \"UTF-8\" | ISO-8859-1",
                "UTF-8 | '' | text/xml; charset='utf8'; q=1 | ISO-8859-1",
                "ISO-8859-1 | '' | application/xml | iso-8859-1",
                "ISO-8859-1 | '' | application/xml;CHARSET=Latin1 | UTF-8",
                "windows-1252 | '' | '' | Windows-1252",
                "ISO-8859-1 | '' | text/xml; charset=nonsense! | ISO-8859-1",
                "UTF-8 | '' | text/xml; charset=x-unknown | x-unknown-too",
                "UTF-16LE | \uFEFF | text/xml; charset=utf-8 | UTF-8",
                "UTF-16BE | \uFEFF | '' | UTF-16",
                "UTF-16LE | '' | '' | UTF-16",
                "UTF-16BE | '' | text/xml; charset=utf-16 | ''",
                "UTF-16LE | '' | text/xml; charset=utf-16 | ''",
                "UTF-8 | '' | '' | UTF-16"
            })
    void readsTheCharactersWhoeverNamesTheirEncoding(
            String bytes, String mark, String contentType, String declared) {
        // Given
        String encoding = declared.isEmpty() ? "" : " encoding='" + declared + "'";
        String document = "<?xml version='1.0'" + encoding + "?><a>Peña, Núñez</a>";

        // When
        String text =
                XmlText.decode(
                        (Objects.requireNonNullElse(mark, "") + document)
                                .getBytes(Charset.forName(bytes)),
                        contentType);

        // Then
        assertThat(text).isEqualTo(document);
    }
}
