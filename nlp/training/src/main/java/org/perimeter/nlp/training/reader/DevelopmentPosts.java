// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.training.reader.data.AuthoredExample;
import org.perimeter.nlp.training.reader.data.AuthoredPack;
import org.perimeter.nlp.training.reader.data.Authors;
import org.perimeter.nlp.training.reader.data.PackExample;
import org.perimeter.nlp.training.reader.data.ReaderExample;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the heads are calibrated on: all of authors b, r and t, whom training does not see, and the
 * packs of authors h and o, whose single posts it does see, so that their packs flatter a little.
 * The authors that are held back whole are not in this module at all.
 */
final class DevelopmentPosts {

    private static final Set<String> AUTHORS = Set.of("b", "r", "t");
    private static final Set<String> PACKS = Set.of("b", "h", "o", "r", "t");

    private DevelopmentPosts() {}

    /** What training may see. */
    static Authors training(Authors all) {
        return all.only(
                post -> !AUTHORS.contains(post.author()), pack -> !PACKS.contains(pack.author()));
    }

    /** What it may not. */
    static Authors development(Authors all) {
        return all.only(
                post -> AUTHORS.contains(post.author()), pack -> PACKS.contains(pack.author()));
    }

    /** Single posts alone; what is daily life also beside an incident of the same town. */
    static List<ReaderExample> singles(Authors development) {
        List<ReaderExample> examples = new ArrayList<>();
        for (AuthoredExample post : development.posts()) {
            ReaderExample alone = ReaderExample.alone(post.author(), post.text(), post.labels(), 1);
            examples.add(alone);
            if (post.kind() == ThreatKind.NONE && !post.denies()) {
                List<AuthoredPack> near =
                        development.packs().stream()
                                .filter(pack -> pack.author().equals(post.author()))
                                .toList();
                AuthoredPack pack = near.get(examples.size() % near.size());
                examples.add(alone.beside(pack.incident(), false));
            }
        }
        return examples;
    }

    /** The posts of the packs beside their incident. */
    static List<ReaderExample> packs(Authors development) {
        List<ReaderExample> examples = new ArrayList<>();
        for (AuthoredPack pack : development.packs()) {
            for (PackExample post : pack.posts()) {
                Boolean about = post.about();
                if (about != null) {
                    examples.add(
                            ReaderExample.alone(pack.author(), post.text(), post.labels(), 1)
                                    .beside(pack.incident(), about));
                }
            }
        }
        return examples;
    }
}
