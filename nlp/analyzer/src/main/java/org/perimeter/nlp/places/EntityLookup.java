// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.reading.EntityMention;

import java.util.List;

/** What the entity recogniser says about a stretch of tokens. */
final class EntityLookup {

    private final PostText post;
    private final List<Token> tokens;
    private final List<EntityMention> entities;

    EntityLookup(PostText post, List<Token> tokens, List<EntityMention> entities) {
        this.post = post;
        this.tokens = tokens;
        this.entities = entities;
    }

    /** The first entity that shares a character with the tokens; null when none. */
    @Nullable EntityMention at(int firstToken, int lastToken) {
        int start = post.codePointsBefore(tokens.get(firstToken).start());
        int end = post.codePointsBefore(tokens.get(lastToken).end());
        for (EntityMention entity : entities) {
            if (entity.start() < end && start < entity.end()) {
                return entity;
            }
        }
        return null;
    }

    /** Whether an entity reaches no farther than the tokens. */
    boolean isAlone(EntityMention entity, int firstToken, int lastToken) {
        return entity.start() >= post.codePointsBefore(tokens.get(firstToken).start())
                && entity.end() <= post.codePointsBefore(tokens.get(lastToken).end());
    }
}
