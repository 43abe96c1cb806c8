// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;

import java.util.List;

class LanguageIdentifierTest {

    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

    private static String language(String text, List<String> declared) {
        return LANGUAGES.identify(new PostTokenizer().tokenize(PostText.of(text)), declared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norvale is a town",
                "no way",
                "a do or die game tonight",
                "lol same",
                "Heading to a show in San Antonio",
                "WHO DID THIS",
                "RT @someone: fire on Main St ツ"
            })
    void knowsEnglishBySmallWordsThatOthersHaveToo(String text) {
        // When
        String language = language(text, List.of());

        // Then
        assertThat(language).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😂😂😂", "12:30", "https://example.org/a @someone", "@a @b 5"})
    void isSilentWithoutWords(String text) {
        // When
        String language = language(text, List.of());

        // Then
        assertThat(language).isEqualTo(LanguageIdentifier.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({
        "'Marvin Gaye Day', fr, fr",
        "'😂', pt, pt",
        "'5:30', es-MX, es",
        "'the fire is out and the road is open again', es, en",
        "'se oyen disparos en la calle', en, es",
        "'я тебе', uk, uk"
    })
    void takesTheDeclarationForEvidenceNotForTruth(String text, String declared, String expected) {
        // When
        String language = language(text, List.of(declared));

        // Then
        assertThat(language).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'#انفجار', ar", "'hello Москва сегодня взрыв', ru", "'OK สวัสดีครับ', th"})
    void goesByTheScriptOfMostLetters(String text, String expected) {
        // When
        String language = language(text, List.of());

        // Then
        assertThat(language).isEqualTo(expected);
    }
}
