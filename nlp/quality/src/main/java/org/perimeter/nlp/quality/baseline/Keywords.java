// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.baseline;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a list of words can do: flags every text with a word of violence or hazard in it. The
 * simplest thing that is sold as threat detection, and the least that must be beaten.
 */
public final class Keywords {

    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(kill(s|ed|ing)?|shoot(s|ing|er)?|shots?|gun(s|man|men|fire)?|bomb(s|ed|ing|ings)?"
                            + "|explo(de|ded|sion|sions|sive|sives)|stab(bed|bing)?|attack(s|ed|ing)?"
                            + "|murder(s|ed|ing)?|massacre|hostages?|terror(ist|ists|ism)?|weapons?"
                            + "|knife|hang|execute(d)?|behead(ed)?|burn(ed)?|destroy(ed)?|dead|die)\\b");

    private Keywords() {}

    /** Whether any of the words is there. */
    public static boolean flag(String text) {
        return WORDS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
