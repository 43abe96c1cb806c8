// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.reading.EntityType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads corpora of one token and its label (B-, I-, O) a line, an empty line between posts. The
 * text of a post is put together again from its tokens, in every second post with blanks only, in
 * the others as one would type it.
 */
final class ColumnCorpus {

    private static final Map<String, EntityType> TYPES =
            Map.of(
                    "PER", EntityType.PERSON,
                    "PERSON", EntityType.PERSON,
                    "LOC", EntityType.LOCATION,
                    "LOCATION", EntityType.LOCATION,
                    "ORG", EntityType.ORGANIZATION,
                    "CORPORATION", EntityType.ORGANIZATION,
                    "GROUP", EntityType.ORGANIZATION);

    private static final Set<String> NO_BLANK_BEFORE =
            Set.of(
                    ".", ",", "!", "?", ":", ";", ")", "]", "%", "…", "'s", "'m", "'re", "'ve",
                    "'ll", "'d", "n't");

    private static final Set<String> NO_BLANK_AFTER = Set.of("(", "[", "$");

    private static final String NONE = "O";

    private ColumnCorpus() {}

    static List<LabelledTokens> read(List<String> lines) {
        List<LabelledTokens> posts = new ArrayList<>();
        List<String> post = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("-DOCSTART-")) {
                post.add(line);
            } else if (!post.isEmpty()) {
                posts.add(post(post, posts.size() % 2 == 0));
                post.clear();
            }
        }
        if (!post.isEmpty()) {
            posts.add(post(post, posts.size() % 2 == 0));
        }
        return posts;
    }

    private static LabelledTokens post(List<String> lines, boolean typed) {
        StringBuilder text = new StringBuilder();
        List<LabelledTokens.Name> names = new ArrayList<>();
        String before = "";
        String labelBefore = NONE;
        boolean sign = false;
        for (String line : lines) {
            String[] columns = line.trim().split("\\s+", -1);
            String token = columns[0];
            String label = columns[columns.length - 1];
            if (columns.length < 2) {
                continue;
            }
            boolean joined =
                    sign
                            || (typed
                                    && (NO_BLANK_BEFORE.contains(token)
                                            || NO_BLANK_AFTER.contains(before)));
            if (text.length() > 0 && !joined) {
                text.append(' ');
            }
            int start = text.length();
            text.append(token);
            // A handle is no name; one corpus cuts it in two and labels both halves.
            boolean handle = token.equals("@") && !label.equals(NONE);
            if (!handle && !sign) {
                mark(label, labelBefore, start, text.length(), names);
            }
            labelBefore = handle || sign ? NONE : label;
            sign = handle;
            before = token;
        }
        return new LabelledTokens(text.toString(), names, false);
    }

    private static void mark(
            String label, String labelBefore, int start, int end, List<LabelledTokens.Name> names) {
        EntityType type = typeOf(label);
        if (type == null) {
            return;
        }
        int last = names.size() - 1;
        boolean goesOn = label.startsWith("I-") && typeOf(labelBefore) == type;
        if (goesOn) {
            names.set(last, new LabelledTokens.Name(type, names.get(last).start(), end));
        } else {
            names.add(new LabelledTokens.Name(type, start, end));
        }
    }

    private static @Nullable EntityType typeOf(String label) {
        int dash = label.indexOf('-');
        return dash < 0 ? null : TYPES.get(label.substring(dash + 1).toUpperCase(Locale.ROOT));
    }
}
