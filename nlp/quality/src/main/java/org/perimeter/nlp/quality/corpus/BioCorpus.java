// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.reading.EntityType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads corpora of one token a line with its BIO label in the last column and an empty line between
 * posts: Tweebank-NER, WNUT-16, WNUT-17, Broad Twitter Corpus. Read like the CoNLL script does: an
 * {@code I-} that continues nothing begins a name.
 *
 * <p>The text of a post is its tokens with one blank between them; handles are masked as
 * {@code @USER}, because some corpora label them as persons, which a rule would find.
 */
public final class BioCorpus {

    private BioCorpus() {}

    /**
     * The posts of all files of the part.
     *
     * @param splitHandles whether the corpus has the sign and the name of a handle as two tokens
     */
    public static List<TaggedPost> read(CorpusFiles corpus, boolean splitHandles)
            throws IOException {
        List<TaggedPost> posts = new ArrayList<>();
        for (Path file : corpus.byTrainingFile().files()) {
            try (BufferedReader in = CorpusFiles.open(file)) {
                read(in, splitHandles, posts);
            }
        }
        return posts;
    }

    private static void read(BufferedReader in, boolean splitHandles, List<TaggedPost> posts)
            throws IOException {
        BioPost post = new BioPost(splitHandles);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                post.finish(posts);
                post = new BioPost(splitHandles);
            } else if (!line.startsWith("-DOCSTART-")) {
                String[] columns = line.strip().split(line.contains("\t") ? "\t" : "\\s+", -1);
                post.add(columns[0], columns[columns.length - 1].strip());
            }
        }
        post.finish(posts);
    }

    /** The type that a label of any of these corpora means; null when it is not one of ours. */
    static @Nullable EntityType type(String label) {
        return switch (label) {
            case "PER", "person" -> EntityType.PERSON;
            case "LOC", "location", "geo-loc", "facility" -> EntityType.LOCATION;
            case "ORG", "corporation", "group", "company", "sportsteam" -> EntityType.ORGANIZATION;
            default -> null;
        };
    }
}
