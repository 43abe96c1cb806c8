// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.perimeter.policy.model.alert.Alert;

import java.util.List;

/**
 * An alert and what is true of it.
 *
 * @param incident the plan's id of the incident
 * @param versions of the alert, oldest first; at least one
 * @param judged the version that was judged: the newest that stood, or else the newest
 * @param right whether that one is right
 * @param supporting how many of the posts behind it say so in truth
 * @param posts the keys of the posts behind it
 */
public record JudgedAlert(
        String incident,
        List<Alert> versions,
        Alert judged,
        boolean right,
        long supporting,
        List<String> posts) {

    public JudgedAlert {
        versions = List.copyOf(versions);
        posts = List.copyOf(posts);
    }
}
