// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import java.util.List;
import java.util.function.Predicate;

/**
 * What several people wrote who worked apart.
 *
 * @param posts single posts
 * @param packs incidents with all that is posted around them
 */
public record Authors(List<AuthoredExample> posts, List<AuthoredPack> packs) {

    public Authors {
        posts = List.copyOf(posts);
        packs = List.copyOf(packs);
    }

    /** Only these posts and packs. */
    public Authors only(Predicate<AuthoredExample> somePosts, Predicate<AuthoredPack> somePacks) {
        return new Authors(
                posts.stream().filter(somePosts).toList(),
                packs.stream().filter(somePacks).toList());
    }
}
