// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.stock;

import org.perimeter.nlp.entities.crf.TextHash;

import java.util.List;
import java.util.function.LongConsumer;

/** Those features of CoreNLP's stock models that join several words. */
final class StockFeatures {

    private static final TextHash DOTS = TextHash.of("...");
    private static final TextHash DASH = TextHash.of("-");
    private static final TextHash PW_CTYPE = TextHash.of("-PW_CTYPE|C");
    private static final TextHash NW_CTYPE = TextHash.of("-NW_CTYPE|C");
    private static final TextHash PCTYPE = TextHash.of("-PCTYPE|C");
    private static final TextHash CNTYPE = TextHash.of("-CNTYPE|C");
    private static final TextHash PCNTYPE = TextHash.of("-PCNTYPE|C");
    private static final TextHash PPW_CTYPE = TextHash.of("-PPW_CTYPE|C");
    private static final TextHash NNW_CTYPE = TextHash.of("-NNW_CTYPE|C");
    private static final TextHash PSEQW2 = TextHash.of("-PSEQW2|CpC");
    private static final TextHash PSEQ_USES = TextHash.of("-PSEQpcDS|CpC");
    private static final TextHash TYPES = TextHash.of("-TYPES|CpC");
    private static final long NO_PATTERN = TextHash.of("NO-OCCURRENCE-PATTERN|C").key();
    private static final long NEXT_SAME = TextHash.of("X-NEXT-OCCURRENCE-X|C").key();
    private static final long PREVIOUS_SAME = TextHash.of("X-PREV-OCCURRENCE-X|C").key();

    private StockFeatures() {}

    /** Features of a position's label. */
    static void ofLabel(
            StockWord before2,
            StockWord before,
            StockWord here,
            StockWord next,
            StockWord next2,
            LongConsumer out) {
        TextHash shape = here.shape;
        TextHash ofShape = DOTS.then(shape);
        TextHash shapeOf = shape.then(DOTS);
        out.accept(before.word.then(ofShape).then(PW_CTYPE).key());
        out.accept(shapeOf.then(next.word).then(NW_CTYPE).key());
        TextHash left = before.shape.then(ofShape);
        out.accept(left.then(PCTYPE).key());
        out.accept(shapeOf.then(next.shape).then(CNTYPE).key());
        out.accept(left.then(DOTS).then(next.shape).then(PCNTYPE).key());
        if (before.shortWord) {
            out.accept(before2.word.then(ofShape).then(PPW_CTYPE).key());
        }
        if (next.shortWord) {
            out.accept(next2.word.then(ofShape).then(NNW_CTYPE).key());
        }
    }

    /** Features of the step between two positions' labels. */
    static void ofStep(StockWord before, StockWord here, LongConsumer out) {
        out.accept(before.word.then(DASH).then(here.word).then(PSEQW2).key());
        out.accept(before.use.then(DASH).then(here.use).then(PSEQ_USES).key());
        out.accept(before.shape.then(DASH).then(here.shape).then(TYPES).key());
    }

    /** Whether a capitalised word comes again. */
    static void ofRepetition(List<StockWord> words, int at, StockWord edge, LongConsumer out) {
        StockWord here = words.get(at);
        StockWord next = at + 1 < words.size() ? words.get(at + 1) : edge;
        boolean looks =
                here.nameCase && next.small && next.letters && at > 0 && words.get(at - 1).letters;
        if (!looks) {
            out.accept(NO_PATTERN);
            return;
        }
        for (int jump = 3; jump < 150; jump++) {
            if (at + jump < words.size() && words.get(at + jump).text.equals(here.text)) {
                out.accept(NEXT_SAME);
                break;
            }
        }
        for (int jump = 3; jump < 150; jump++) {
            if (at - jump >= 0 && words.get(at - jump).text.equals(here.text)) {
                out.accept(PREVIOUS_SAME);
                break;
            }
        }
    }
}
