// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.TrueClaim;

import java.time.Duration;

/**
 * The truth about one post of the exercise.
 *
 * @param key its key
 * @param pack the pack it belongs to
 * @param writtenAt when it was first written, from the start of the exercise
 * @param text what it says after its last edit
 * @param claim what it means after its last edit
 * @param extras what it carries beside its text after its last edit
 * @param edited whether it was edited
 * @param deletedAt when its author deleted it or the account; null when it stays
 */
public record TruthPost(
        String key,
        String pack,
        Duration writtenAt,
        String text,
        TrueClaim claim,
        Extras extras,
        boolean edited,
        @Nullable Duration deletedAt) {

    /** Whether it belongs to the ordinary stream. */
    public boolean isOrdinary() {
        return pack.equals(ScenarioLine.ORDINARY);
    }

    TruthPost editedTo(String newText, TrueClaim newClaim, Extras newExtras) {
        return new TruthPost(key, pack, writtenAt, newText, newClaim, newExtras, true, deletedAt);
    }

    TruthPost deleted(Duration at) {
        return new TruthPost(key, pack, writtenAt, text, claim, extras, edited, at);
    }
}
