// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;

import java.util.ArrayList;
import java.util.List;

/** Joins neighbouring tokens of one label into mentions, letting only the closed types through. */
final class EntityAssembler {

    private EntityAssembler() {}

    /**
     * The mentions, in text order.
     *
     * @param labels one label per token
     */
    static List<EntityMention> assemble(
            PostText post, List<NameToken> tokens, List<String> labels) {
        List<EntityMention> mentions = new ArrayList<>();
        int first = 0;
        while (first < tokens.size()) {
            int last = first;
            while (last + 1 < tokens.size() && joins(tokens, labels, last)) {
                last++;
            }
            EntityType type = EntityLabels.typeOf(labels.get(first));
            if (type != null) {
                add(post, type, tokens, first, last, mentions);
            }
            first = last + 1;
        }
        return mentions;
    }

    /** Whether a name may go on after a token: not across lines, and a hashtag stands alone. */
    private static boolean joins(List<NameToken> tokens, List<String> labels, int at) {
        NameToken next = tokens.get(at + 1);
        return labels.get(at).equals(labels.get(at + 1))
                && !next.afterBreak()
                && nameable(next)
                && nameable(tokens.get(at))
                && next.kind() != TokenKind.HASHTAG
                && tokens.get(at).kind() != TokenKind.HASHTAG;
    }

    private static void add(
            PostText post,
            EntityType type,
            List<NameToken> tokens,
            int first,
            int last,
            List<EntityMention> mentions) {
        int from = first;
        int to = last;
        while (from <= to && !names(tokens.get(from), type)) {
            from++;
        }
        while (to >= from && !names(tokens.get(to), type)) {
            to--;
        }
        if (from <= to) {
            int start = tokens.get(from).start();
            int end = endOf(post, tokens.get(to));
            mentions.add(
                    new EntityMention(
                            type,
                            post.slice(start, end),
                            post.codePointsBefore(start),
                            post.codePointsBefore(end)));
        }
    }

    /** Where a name ends: behind the last point of initials. */
    private static int endOf(PostText post, NameToken last) {
        boolean initials = last.text().indexOf('.') > 0;
        boolean point =
                last.end() < post.clean().length() && post.clean().charAt(last.end()) == '.';
        return initials && point ? last.end() + 1 : last.end();
    }

    /** Handles and links are no part of a name. */
    private static boolean nameable(NameToken token) {
        return token.kind() != TokenKind.MENTION && token.kind() != TokenKind.URL;
    }

    /** Whether a name may begin and end with a token; only places are named by hashtags. */
    private static boolean names(NameToken token, EntityType type) {
        boolean word = token.text().codePoints().anyMatch(Character::isLetterOrDigit);
        return word
                && token.source() >= 0
                && nameable(token)
                && (token.kind() != TokenKind.HASHTAG || type == EntityType.LOCATION);
    }
}
