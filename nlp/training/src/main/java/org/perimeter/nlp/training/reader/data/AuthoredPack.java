// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.perimeter.nlp.close.IncidentText;

import java.util.List;

/**
 * One incident and all that is posted around it.
 *
 * @param author the author's letter; all packs of one author play in one town
 * @param name the pack's name
 * @param incident what is known of the incident
 * @param posts in the order of time
 */
public record AuthoredPack(
        String author, String name, IncidentText incident, List<PackExample> posts) {

    public AuthoredPack {
        posts = List.copyOf(posts);
    }
}
