// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

/** What an author does in a scenario. */
public enum Operation {
    /** Writes a post. */
    CREATE,
    /** Edits one of the own posts. */
    UPDATE,
    /** Deletes one of the own posts. */
    DELETE,
    /** Repeats somebody's post. */
    REPOST,
    /** Deletes the account. */
    DELETE_AUTHOR
}
