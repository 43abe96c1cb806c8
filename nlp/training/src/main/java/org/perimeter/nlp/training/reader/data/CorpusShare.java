// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Posts of one kind out of a corpus and how many of them one epoch sees.
 *
 * @param name what they are, for the model card
 * @param posts all of them
 * @param perEpoch at most so many an epoch, others each time
 */
public record CorpusShare(String name, List<ReaderExample> posts, int perEpoch) {

    public CorpusShare {
        posts = List.copyOf(posts);
    }

    List<ReaderExample> draw(Random random) {
        List<ReaderExample> mixed = new ArrayList<>(posts);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, Math.min(perEpoch, mixed.size()));
    }
}
