// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class WordPieceTest {

    private static final WordPiece PIECES = WordPiece.load();

    @Test
    void givesTheIdsThatBertIsKnownFor() {
        // Given a text whose ids stand in every introduction to BERT
        String text = "Hello, my dog is cute";

        // When
        Pieces pieces = PIECES.alone(text, 64);

        // Then
        assertThat(ids(pieces)).containsExactly(101, 7592, 1010, 2026, 3899, 2003, 10140, 102);
    }

    @Test
    void keepsWhereAWordCameFrom() {
        // Given
        String text = "  Gunshots!! en la peña";

        // When
        Pieces pieces = PIECES.alone(text, 64);

        // Then
        assertThat(words(text, pieces, 0)).startsWith("Gunshots").endsWith("peña").contains("!");
        assertThat(pieces.start(0)).isEqualTo(-1);
        assertThat(pieces.start(pieces.size() - 1)).isEqualTo(-1);
    }

    @Test
    void foldsCaseAndAccents() {
        assertThat(ids(PIECES.alone("CAFÉ Peña", 64)))
                .isEqualTo(ids(PIECES.alone("cafe pena", 64)));
    }

    @Test
    void cutsBothTextsOfAPairForThemselves() {
        // Given
        String incident = "fire ".repeat(50);
        String post = "smoke ".repeat(100);

        // When
        Pieces pieces = PIECES.pair(incident, 10, post, 20);

        // Then
        assertThat(pieces.size()).isEqualTo(30);
        assertThat(IntStream.range(0, 30).map(pieces::text).sum()).isEqualTo(20);
        assertThat(pieces.id(9)).isEqualTo(102);
        assertThat(pieces.id(29)).isEqualTo(102);
        assertThat(pieces.id(10)).isNotEqualTo(102);
    }

    @Test
    void takesAWordThatNoPieceBeginsForUnknown() {
        assertThat(ids(PIECES.alone("ok \u16A0\u16A1 ok", 64)))
                .containsExactly(101, 7929, 100, 7929, 102);
    }

    @Test
    void readsAnEmptyTextAsItsFrameAlone() {
        assertThat(ids(PIECES.alone(" \u200B ", 64))).containsExactly(101, 102);
    }

    private static List<Integer> ids(Pieces pieces) {
        return IntStream.range(0, pieces.size()).map(pieces::id).boxed().toList();
    }

    private static List<String> words(String text, Pieces pieces, int number) {
        return IntStream.range(0, pieces.size())
                .filter(i -> pieces.start(i) >= 0 && pieces.text(i) == number)
                .mapToObj(i -> text.substring(pieces.start(i), pieces.end(i)))
                .toList();
    }
}
