// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.split;

import java.util.Locale;
import java.util.Set;

/**
 * Names the events that are never trained on in corpora whose posts come by event, because posts of
 * one event repeat each other: a random fifth would be known by heart.
 *
 * <p>An event is the name of its file without endings, in any case: {@code 2013_Boston_bombings}.
 * The same event in two corpora is held out in both.
 */
public final class HeldOutEvents {

    private static final Set<String> EVENTS =
            Set.of(
                    // IDRISI-R and IDRISI-D
                    "maryland_floods_2018",
                    "pakistan_earthquake_2019",
                    "italy_earthquake_aug_2016",
                    // CrisisLex T6 and T26
                    "2013_boston_bombings",
                    "2013_alberta_floods",
                    "2013_ny_train_crash",
                    "2013_singapore_haze");

    private HeldOutEvents() {}

    /** Whether the posts of this event are held out. */
    public static boolean contains(String event) {
        return EVENTS.contains(event.toLowerCase(Locale.ROOT));
    }
}
