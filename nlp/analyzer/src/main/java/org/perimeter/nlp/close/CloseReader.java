// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.nlp.close.pieces.PostPieces;

/**
 * Reads posts closely, one at a time, alone or beside an incident. One is enough for a process; any
 * number of threads may share it. Reading with an incident costs no second pass: the one pass
 * answers every question.
 */
public final class CloseReader implements AutoCloseable {

    private final PostPieces pieces;
    private final OnnxEncoder encoder;
    private final Heads heads;

    private CloseReader(PostPieces pieces, OnnxEncoder encoder, Heads heads) {
        this.pieces = pieces;
        this.encoder = encoder;
        this.heads = heads;
    }

    /**
     * A reader with this model.
     *
     * @throws IllegalStateException when this machine cannot run it
     */
    public static CloseReader open(CloseModel.Present model) {
        return new CloseReader(PostPieces.load(), new OnnxEncoder(model.graph()), model.heads());
    }

    /** Reads a post for itself. */
    public CloseScores read(String post) {
        return heads.read(encoder.mean(pieces.of(post)), false);
    }

    /** Reads a post that may be about this incident. */
    public CloseScores read(IncidentText incident, String post) {
        return heads.read(encoder.mean(pieces.of(incident.text(), post)), true);
    }

    /** SHA-256 of the graph: the model's version. */
    public String model() {
        return heads.model();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
