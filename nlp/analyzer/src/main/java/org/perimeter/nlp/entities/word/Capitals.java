// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.word;

import java.util.List;

/** How a whole post uses capitals, which says what one capital is worth in it. */
public enum Capitals {
    NONE(0),
    ORDINARY(1),
    HEADLINE(2),
    SHOUTED(3);

    private final int code;

    Capitals(int code) {
        this.code = code;
    }

    /** The number under which trained models know it. */
    public int code() {
        return code;
    }

    public static Capitals of(List<WordType> words) {
        int words0 = 0;
        int capitalised = 0;
        int shouted = 0;
        for (WordType word : words) {
            words0 += word.capitals > 0 ? 1 : 0;
            capitalised += word.capitals > 1 ? 1 : 0;
            shouted += word.capitals > 2 ? 1 : 0;
        }
        if (capitalised == 0) {
            return NONE;
        }
        if (shouted * 2 > words0) {
            return SHOUTED;
        }
        return capitalised * 3 > words0 * 2 ? HEADLINE : ORDINARY;
    }
}
