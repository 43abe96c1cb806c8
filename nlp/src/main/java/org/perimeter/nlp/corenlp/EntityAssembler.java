// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.policy.model.EntityMention;
import org.perimeter.policy.model.EntityType;

import java.util.ArrayList;
import java.util.List;

/** Joins neighbouring tokens of one label into mentions, letting only the closed types through. */
final class EntityAssembler {

    private EntityAssembler() {}

    static List<EntityMention> assemble(PostText post, List<LabelledToken> tokens) {
        List<EntityMention> mentions = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            LabelledToken first = tokens.get(i);
            int last = i;
            while (last + 1 < tokens.size() && tokens.get(last + 1).label().equals(first.label())) {
                last++;
            }
            EntityType type = EntityLabels.typeOf(first.label());
            if (type != null) {
                add(post, type, first.start(), tokens.get(last).end(), mentions);
            }
            i = last + 1;
        }
        return mentions;
    }

    private static void add(
            PostText post, EntityType type, int start, int end, List<EntityMention> mentions) {
        String text = post.slice(start, end);
        // Handles, hashtags and links are not names in a sentence.
        boolean name =
                text.chars().anyMatch(Character::isLetter)
                        && text.charAt(0) != '@'
                        && text.charAt(0) != '#'
                        && !text.contains("http");
        if (name) {
            mentions.add(
                    new EntityMention(
                            type, text, post.codePointsBefore(start), post.codePointsBefore(end)));
        }
    }
}
