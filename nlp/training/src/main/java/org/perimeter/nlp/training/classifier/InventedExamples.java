// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.resource.LineResource;

import java.util.List;
import java.util.stream.Stream;

/**
 * Posts that we made up: figures of speech, everyday talk, eyewitness reports and threats as
 * corpora lack them.
 */
final class InventedExamples {

    private static final String FOLDER = "/org/perimeter/nlp/training/classifier/";

    /** There are few of them. */
    private static final double WEIGHT = 4;

    private static final int FILLED_TIMES = 16;

    private InventedExamples() {}

    /** As examples of what the given label says. */
    static List<Example> of(String label) {
        Stream<String> written =
                Stream.of("invented-posts.tsv", "everyday-posts.tsv")
                        .flatMap(file -> LineResource.read(FOLDER + file).stream());
        List<String> templates = LineResource.read(FOLDER + "post-templates.tsv");
        return Stream.concat(
                        written.map(line -> example(line, label, WEIGHT)),
                        new PostTemplates(templates)
                                .filled(FILLED_TIMES).stream().map(line -> example(line, label, 1)))
                .toList();
    }

    private static Example example(String line, String label, double weight) {
        String[] post = line.split("\t", 2);
        return new Example("invented", post[1], post[0].equals(label), weight);
    }
}
