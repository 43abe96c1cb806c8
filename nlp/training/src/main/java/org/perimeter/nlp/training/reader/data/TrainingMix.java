// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.perimeter.nlp.close.IncidentText;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws what one epoch sees. Every post of a pack beside its own incident and beside another one,
 * which is as a rule one of the same town or of the same category; half of them alone too. Single
 * posts alone or beside an incident that they are not about. Each epoch draws anew.
 */
public final class TrainingMix {

    private static final double ALONE = 0.5;
    private static final double NEAR = 0.7;

    private final Authors authors;
    private final List<CorpusShare> corpora;

    public TrainingMix(Authors authors, List<CorpusShare> corpora) {
        this.authors = authors;
        this.corpora = List.copyOf(corpora);
    }

    /** The examples of one epoch, in no good order. */
    public List<ReaderExample> epoch(Random random) {
        List<ReaderExample> epoch = new ArrayList<>();
        authors.posts().forEach(post -> epoch.add(single(post, random)));
        for (AuthoredPack pack : authors.packs()) {
            for (PackExample post : pack.posts()) {
                addPackPost(pack, post, random, epoch);
            }
        }
        for (CorpusShare share : corpora) {
            for (ReaderExample example : share.draw(random)) {
                boolean stays = example.incident() != null || random.nextDouble() < ALONE;
                epoch.add(stays ? example : example.beside(any(random), false));
            }
        }
        return epoch;
    }

    private ReaderExample single(AuthoredExample post, Random random) {
        ReaderExample alone = ReaderExample.alone(post.author(), post.text(), post.labels(), 1);
        if (random.nextDouble() < ALONE) {
            return alone;
        }
        // A report out of a town may by chance fit an incident there; its daily life does not.
        boolean anywhere = post.kind() == ThreatKind.NONE && !post.denies();
        List<AuthoredPack> others =
                authors.packs().stream()
                        .filter(pack -> anywhere || !pack.author().equals(post.author()))
                        .toList();
        return others.isEmpty() ? alone : alone.beside(one(others, random).incident(), false);
    }

    private void addPackPost(
            AuthoredPack pack, PackExample post, Random random, List<ReaderExample> epoch) {
        ReaderExample alone = ReaderExample.alone(pack.author(), post.text(), post.labels(), 1);
        Boolean about = post.about();
        if (about != null) {
            epoch.add(alone.beside(pack.incident(), about));
            AuthoredPack other = other(pack, random);
            if (!other.equals(pack)) {
                epoch.add(alone.beside(other.incident(), false));
            }
        }
        if (random.nextDouble() < ALONE) {
            epoch.add(alone);
        }
    }

    private AuthoredPack other(AuthoredPack pack, Random random) {
        List<AuthoredPack> near =
                authors.packs().stream()
                        .filter(other -> !other.equals(pack))
                        .filter(
                                other ->
                                        other.author().equals(pack.author())
                                                || other.incident().category()
                                                        == pack.incident().category())
                        .toList();
        if (!near.isEmpty() && random.nextDouble() < NEAR) {
            return one(near, random);
        }
        return one(authors.packs(), random);
    }

    private IncidentText any(Random random) {
        return one(authors.packs(), random).incident();
    }

    private static AuthoredPack one(List<AuthoredPack> packs, Random random) {
        return packs.get(random.nextInt(packs.size()));
    }
}
