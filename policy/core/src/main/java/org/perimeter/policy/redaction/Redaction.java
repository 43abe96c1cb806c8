// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;

import java.util.List;

/** A text without identifiers, and how positions moved. Offsets count code points. */
public final class Redaction {

    private final Redactor redactor;
    private final String text;
    private final List<Identifier> replaced;

    private Redaction(Redactor redactor, String text, List<Identifier> replaced) {
        this.redactor = redactor;
        this.text = text;
        this.replaced = List.copyOf(replaced);
    }

    static Redaction unchanged(Redactor redactor, String text) {
        return new Redaction(redactor, text, List.of());
    }

    /**
     * @param redactor by which more texts of the same post are redacted
     * @param original the original text
     * @param found what to replace, in order, without overlap
     */
    static Redaction of(Redactor redactor, int[] original, List<Identifier> found) {
        StringBuilder text = new StringBuilder(original.length);
        int copied = 0;
        for (Identifier identifier : found) {
            append(text, original, copied, identifier.start());
            text.append(identifier.kind().placeholder());
            copied = identifier.end();
        }
        append(text, original, copied, original.length);
        return new Redaction(redactor, text.toString(), found);
    }

    /** The text with its identifiers replaced. */
    public String text() {
        return text;
    }

    /** Whether anything was replaced. */
    public boolean changed() {
        return !replaced.isEmpty();
    }

    /**
     * Where a position of the original text lies now; a position inside a replaced part lies at the
     * start of its placeholder.
     */
    public int translate(int codePointOffset) {
        int moved = codePointOffset;
        for (Identifier identifier : replaced) {
            int start = identifier.start();
            if (codePointOffset <= start) {
                break;
            }
            if (codePointOffset < identifier.end()) {
                return moved - (codePointOffset - start);
            }
            moved += identifier.kind().placeholder().length() - (identifier.end() - start);
        }
        return moved;
    }

    /**
     * Whether a span of the original text still says the same thing: it does not begin or end
     * inside a replaced part, nor is it one.
     */
    public boolean keeps(int start, int end) {
        for (Identifier identifier : replaced) {
            boolean apart = end <= identifier.start() || start >= identifier.end();
            boolean around = start < identifier.start() && end >= identifier.end();
            around |= start <= identifier.start() && end > identifier.end();
            if (!apart && !around) {
                return false;
            }
        }
        return true;
    }

    /** The words of the redacted text at a kept span of the original. */
    String slice(int start, int end) {
        int from = text.offsetByCodePoints(0, translate(start));
        int to = text.offsetByCodePoints(0, translate(end));
        return text.substring(from, to);
    }

    /** The analysis of the original text as an analysis of this one. */
    public Analysis rebase(Analysis analysis) {
        return new AnalysisRebase(this, redactor).rebase(analysis);
    }

    /** The match of the original text as a match of this one. */
    public Match rebase(Match match) {
        return new AnalysisRebase(this, redactor).rebase(match);
    }

    private static void append(StringBuilder text, int[] original, int from, int to) {
        for (int i = from; i < to; i++) {
            text.appendCodePoint(original[i]);
        }
    }
}
