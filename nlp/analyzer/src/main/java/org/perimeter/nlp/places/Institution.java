// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.policy.model.reading.EntityMention;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Tells public bodies, which are where their name says ({@code Ohio Department of Health}), from
 * firms, bands and teams, which are not ({@code Texas Instruments}).
 */
final class Institution {

    private static final Set<String> WORDS =
            Set.of(
                    "agency",
                    "army",
                    "association",
                    "authority",
                    "bank",
                    "board",
                    "bureau",
                    "census",
                    "college",
                    "commission",
                    "committee",
                    "council",
                    "county",
                    "court",
                    "department",
                    "dept",
                    "district",
                    "embassy",
                    "fire",
                    "government",
                    "guard",
                    "hospital",
                    "legislature",
                    "ministry",
                    "navy",
                    "office",
                    "parliament",
                    "parish",
                    "police",
                    "school",
                    "schools",
                    "senate",
                    "sheriff",
                    "supreme",
                    "township",
                    "university");

    private Institution() {}

    /** Whether a word of the name makes it a public body. */
    static boolean isNamedBy(EntityMention entity) {
        return Arrays.stream(entity.text().split("[ '’.-]", -1))
                .anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
