// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

import java.util.List;

/**
 * By what a post is recognised as a copy: compact, and of no use outside its incident.
 *
 * @param minima Base64 of the MinHash of its masked words, one byte each; empty for a post without
 *     words
 * @param links HMAC of each link in it under the incident's key, hex, shortened
 */
public record VoiceSketch(String minima, List<String> links) {

    public VoiceSketch {
        links = List.copyOf(links);
    }
}
