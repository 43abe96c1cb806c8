// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import java.util.ArrayList;
import java.util.List;

/**
 * The word pieces of one reading: which piece, of which of the two texts, from which characters of
 * it. Pieces that stand for no character begin at -1.
 */
public final class Pieces {

    private record Piece(int id, int text, int start, int end) {}

    private final List<Piece> pieces = new ArrayList<>();

    Pieces() {}

    void add(int id, int text, int start, int end) {
        pieces.add(new Piece(id, text, start, end));
    }

    void cut(int size) {
        while (pieces.size() > size) {
            pieces.remove(pieces.size() - 1);
        }
    }

    /** How many there are. */
    public int size() {
        return pieces.size();
    }

    /** The piece's number in the vocabulary. */
    public int id(int piece) {
        return pieces.get(piece).id();
    }

    /** 0 for the first text, 1 for the second. */
    public int text(int piece) {
        return pieces.get(piece).text();
    }

    /** Where its word begins in its text. */
    public int start(int piece) {
        return pieces.get(piece).start();
    }

    /** Where its word ends in its text, exclusive. */
    public int end(int piece) {
        return pieces.get(piece).end();
    }
}
