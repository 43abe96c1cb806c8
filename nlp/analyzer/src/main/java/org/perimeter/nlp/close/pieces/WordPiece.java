// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * BERT's uncased word pieces from the vocabulary of a published {@code tokenizer.json}; one text or
 * two. Immutable; safe to share.
 */
public final class WordPiece {

    private static final String RESOURCE = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int UNKNOWN = 100;
    private static final int BEGIN = 101;
    private static final int SEPARATOR = 102;
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
    }

    /** Loads the vocabulary from the class path. */
    public static WordPiece load() {
        try (InputStream in = WordPiece.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            JsonNode pieces = new ObjectMapper().readTree(in).at("/model/vocab");
            Map<String, Integer> vocabulary = new HashMap<>(2 * pieces.size());
            pieces.properties().forEach(e -> vocabulary.put(e.getKey(), e.getValue().asInt()));
            return new WordPiece(vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** One text, cut to at most {@code limit} pieces with the two that enclose it. */
    public Pieces alone(String text, int limit) {
        Pieces pieces = begin(text, limit);
        pieces.add(SEPARATOR, 0, -1, -1);
        return pieces;
    }

    /**
     * Two texts; each is cut for itself, so that a long one does not push the other out.
     *
     * @param firstLimit the most pieces of the first with the two that enclose it
     * @param secondLimit the most pieces of the second with the one that closes it
     */
    public Pieces pair(String first, int firstLimit, String second, int secondLimit) {
        Pieces pieces = alone(first, firstLimit);
        add(second, 1, pieces, pieces.size() + secondLimit - 1);
        pieces.add(SEPARATOR, 1, -1, -1);
        return pieces;
    }

    private Pieces begin(String text, int limit) {
        Pieces pieces = new Pieces();
        pieces.add(BEGIN, 0, -1, -1);
        add(text, 0, pieces, limit - 1);
        return pieces;
    }

    private void add(String text, int number, Pieces pieces, int limit) {
        BasicWords.of(
                text,
                (word, start, end) -> {
                    addWord(word, number, start, end, pieces);
                    pieces.cut(limit);
                    return pieces.size() < limit;
                });
    }

    private void addWord(String word, int text, int start, int end, Pieces pieces) {
        int before = pieces.size();
        boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
        for (int from = 0; known && from < word.length(); ) {
            int to = word.length();
            Integer id = piece(word, from, to);
            while (id == null && to > from + 1) {
                to--;
                id = piece(word, from, to);
            }
            known = id != null;
            if (id != null) {
                pieces.add(id, text, start, end);
                from = to;
            }
        }
        if (!known) {
            pieces.cut(before);
            pieces.add(UNKNOWN, text, start, end);
        }
    }

    private @Nullable Integer piece(String word, int from, int to) {
        String piece = word.substring(from, to);
        return vocabulary.get(from > 0 ? "##" + piece : piece);
    }
}
