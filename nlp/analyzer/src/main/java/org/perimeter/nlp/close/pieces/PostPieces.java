// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

/**
 * Brings posts into the form in which training and reading alike hand them to the encoder.
 * Immutable; safe to share.
 */
public final class PostPieces {

    private static final int POST = 64;
    private static final int INCIDENT = 34;

    private final PostNormal normal;
    private final WordPiece pieces;

    private PostPieces(PostNormal normal, WordPiece pieces) {
        this.normal = normal;
        this.pieces = pieces;
    }

    /** Loads vocabulary and words from the class path. */
    public static PostPieces load() {
        return new PostPieces(PostNormal.load(), WordPiece.load());
    }

    /** A post alone. */
    public Pieces of(String post) {
        return pieces.alone(normal.of(post), POST);
    }

    /** A post beside an incident. */
    public Pieces of(String incident, String post) {
        return pieces.pair(normal.of(incident), INCIDENT, normal.of(post), POST);
    }
}
