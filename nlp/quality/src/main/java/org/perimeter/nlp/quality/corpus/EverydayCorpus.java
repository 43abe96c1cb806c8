// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.perimeter.nlp.quality.split.Part;
import org.perimeter.nlp.resource.LineResource;

import java.util.List;

/**
 * Reads the invented posts of everyday language that come with this project: drills, films, sport,
 * food, weather and figures of speech (label {@code NONE}), and reports in the same words (label
 * {@code REPORT}). All of them are held out; training has posts of its own.
 */
public final class EverydayCorpus {

    private static final String RESOURCE = "/org/perimeter/nlp/quality/everyday-posts.tsv";

    private EverydayCorpus() {}

    /** The posts of the part: all, or none when the part is what training saw. */
    public static List<LabelledPost> read(CorpusFiles corpus) {
        if (corpus.part() == Part.TRAIN) {
            return List.of();
        }
        return LineResource.read(RESOURCE).stream()
                .map(line -> line.split("\t", 2))
                .map(post -> new LabelledPost(post[1], post[0], ""))
                .toList();
    }
}
