// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.split;

/** Which part of a corpus is scored. */
public enum Part {
    /** What nobody trained or tuned on; the only part whose figures are published. */
    HELD_OUT("held-out"),
    /** What training saw: shows how much is memory. */
    TRAIN("train"),
    /** Everything there is, for corpora that nobody here trained on. */
    ALL("all");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** The word for it on the command line and in results. */
    public String label() {
        return label;
    }

    /** Whether something belongs to this part, given whether it is held out. */
    public boolean keeps(boolean heldOut) {
        return this == ALL || heldOut == (this == HELD_OUT);
    }

    /** The word, so that the command line shows it. */
    @Override
    public String toString() {
        return label;
    }
}
