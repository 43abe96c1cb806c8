// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import java.time.Duration;

/**
 * One act of one author.
 *
 * @param at when, from the start of the exercise
 * @param pack the pack it belongs to
 * @param author key of the author
 * @param operation what the author does
 * @param post key of the post: the new one, or the one that is edited, deleted or repeated; empty
 *     when the account is deleted
 * @param text what it says; empty when nothing is said
 * @param claim the ground truth
 * @param extras what the post carries beside its text
 */
public record ScenarioLine(
        Duration at,
        String pack,
        String author,
        Operation operation,
        String post,
        String text,
        TrueClaim claim,
        Extras extras) {

    /** Names the pack of the ordinary posts. */
    public static final String ORDINARY = "ordinary";

    /** The same act at another time by another author, with another text. */
    public ScenarioLine with(Duration when, String who, String words) {
        return new ScenarioLine(when, pack, who, operation, post, words, claim, extras);
    }
}
