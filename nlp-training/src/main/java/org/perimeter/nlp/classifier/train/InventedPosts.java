// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier.train;

import org.perimeter.nlp.resource.LineResource;

import java.util.List;

/**
 * Posts that we made up: figures of speech, eyewitness reports and threats as corpora lack them.
 */
final class InventedPosts {

    private static final String RESOURCE = "/org/perimeter/nlp/classifier/train/invented-posts.tsv";

    /** There are few of them. */
    private static final double WEIGHT = 4;

    private InventedPosts() {}

    /** As examples of what the given label says. */
    static List<Example> of(String label) {
        return LineResource.read(RESOURCE).stream()
                .map(line -> line.split("\t", 2))
                .map(post -> new Example("invented", post[1], post[0].equals(label), WEIGHT))
                .toList();
    }
}
