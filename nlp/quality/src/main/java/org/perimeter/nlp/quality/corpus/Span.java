// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

/**
 * A stretch of a text.
 *
 * @param start first code point
 * @param end code point after the last one
 */
public record Span(int start, int end) {

    /** Whether both share a code point. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** What it cuts out of a text; of a span that reaches beyond, what is there. */
    public String of(String text) {
        int length = text.codePointCount(0, text.length());
        int from = text.offsetByCodePoints(0, Math.min(start, length));
        int count = Math.max(0, Math.min(end, length) - Math.min(start, length));
        return text.substring(from, text.offsetByCodePoints(from, count));
    }

    /** The same without a leading {@code #}: corpora count the word of a tag as the name. */
    public Span withoutHash(String text) {
        boolean hash = end > start + 1 && of(text).charAt(0) == '#';
        return hash ? new Span(start + 1, end) : this;
    }
}
