// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.quality.split.Part;
import org.perimeter.policy.model.reading.EntityType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class BioCorpusTest {

    @TempDir private Path folder;

    private List<TaggedPost> read(String text, boolean splitHandles) throws IOException {
        return BioCorpus.read(MiniatureCorpus.of(folder, "x.dev", text), splitHandles);
    }

    private static String cut(TaggedPost post, int name) {
        return post.names().get(name).span().of(post.text());
    }

    @Test
    void joinsTokensAndCountsCodePoints() throws IOException {
        // Given a character outside the basic plane before the names
        String text =
                "\uD83D\uDD25\tO\nin\tO\nNew\tB-location\nBoom\tI-location\nInc\tB-corporation\n";

        // When
        TaggedPost post = read(text, false).get(0);

        // Then
        assertThat(post.text()).isEqualTo("\uD83D\uDD25 in New Boom Inc");
        assertThat(post.names())
                .containsExactly(
                        new TaggedPost.Name(EntityType.LOCATION, new Span(5, 13)),
                        new TaggedPost.Name(EntityType.ORGANIZATION, new Span(14, 17)));
        assertThat(cut(post, 0)).isEqualTo("New Boom");
    }

    @Test
    void readsLabelsLikeTheConllScript() throws IOException {
        // Given an I- after nothing, an I- of another type, and two names side by side
        String text = "Ann\tI-PER\nBoom\tI-LOC\nBob\tB-PER\nCarl\tB-PER\nLee\tI-PER\n";

        // When
        TaggedPost post = read(text, false).get(0);

        // Then
        assertThat(post.names())
                .extracting(name -> name.type() + " " + name.span().of(post.text()))
                .containsExactly("PERSON Ann", "LOCATION Boom", "PERSON Bob", "PERSON Carl Lee");
    }

    @Test
    void splitsPostsAtEmptyLinesAndDropsForeignTypes() throws IOException {
        // Given
        String text =
                "-DOCSTART- -X- -X- O\n\nSee - - O\nGizmo - - B-product\n\n\nAnn - - B-person\n";

        // When
        List<TaggedPost> posts = read(text, false);

        // Then
        assertThat(posts).extracting(TaggedPost::text).containsExactly("See Gizmo", "Ann");
        assertThat(posts.get(0).names()).isEmpty();
        assertThat(posts.get(1).names()).hasSize(1);
    }

    @Test
    void masksHandlesAndForgetsNamesThatAreHandles() throws IOException {
        // Given a corpus that splits handles, and one that does not
        String split = "@\tB-PER\nann_1\tB-PER\nmet\tO\nBob\tB-PER\n";
        String whole = "@ann_1\tB-person\n@\tO\nBoom\tB-geo-loc\n";

        // When
        TaggedPost one = read(split, true).get(0);
        TaggedPost other = read(whole, false).get(0);

        // Then
        assertThat(one.text()).isEqualTo("@USER met Bob");
        assertThat(one.names()).hasSize(1);
        assertThat(one.handles()).containsExactly(new Span(0, 5));
        assertThat(other.text()).isEqualTo("@USER @ Boom");
        assertThat(cut(other, 0)).isEqualTo("Boom");
    }

    @Test
    void trainingFilesAreNotHeldOut() throws IOException {
        // Given
        CorpusFiles dev = MiniatureCorpus.of(folder, "a.dev", "a\tO\n");
        CorpusFiles train = MiniatureCorpus.of(folder, "a.train", "b\tO\n");
        List<Path> both = List.of(dev.files().get(0), train.files().get(0));

        // When
        List<TaggedPost> heldOut = BioCorpus.read(new CorpusFiles(both, Part.HELD_OUT), false);

        // Then
        assertThat(heldOut).extracting(TaggedPost::text).containsExactly("a");
        assertThat(BioCorpus.read(new CorpusFiles(both, Part.TRAIN), false))
                .extracting(TaggedPost::text)
                .containsExactly("b");
    }
}
