// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.perimeter.policy.model.reading.EntityType;

import java.util.ArrayList;
import java.util.List;

/** Puts one post together from labelled tokens. */
final class BioPost {

    private static final String MASK = "@USER";

    private final boolean splitHandles;
    private final StringBuilder text = new StringBuilder();
    private final List<TaggedPost.Name> names = new ArrayList<>();
    private final List<Span> handles = new ArrayList<>();
    private int codePoints;
    private String open = "";
    private int openStart;
    private int openEnd;
    private boolean afterSign;

    /**
     * @param splitHandles whether the corpus has the sign and the name of a handle as two tokens
     */
    BioPost(boolean splitHandles) {
        this.splitHandles = splitHandles;
    }

    /** Adds the next token. */
    void add(String token, String label) {
        boolean continues = label.startsWith("I-") && label.substring(2).equals(open);
        if (!continues) {
            close();
        }
        boolean sign = token.equals("@");
        boolean handle = sign ? splitHandles : token.startsWith("@");
        // Where the sign is a token of its own, the mask already stands for both.
        boolean restOfHandle = afterSign && isHandleName(token);
        afterSign = sign && splitHandles;
        int start = restOfHandle ? handles.get(handles.size() - 1).start() : append(token, handle);
        if (handle) {
            handles.add(new Span(start, codePoints));
        }
        if (!label.equals("O") && !continues) {
            open = label.substring(label.indexOf('-') + 1);
            openStart = start;
        }
        openEnd = codePoints;
    }

    private int append(String token, boolean handle) {
        if (codePoints > 0) {
            text.append(' ');
            codePoints++;
        }
        int start = codePoints;
        String written = handle ? MASK : token;
        text.append(written);
        codePoints += written.codePointCount(0, written.length());
        return start;
    }

    private static boolean isHandleName(String token) {
        return token.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    private void close() {
        EntityType type = BioCorpus.type(open);
        Span span = new Span(openStart, openEnd);
        if (type != null && handles.stream().noneMatch(span::overlaps)) {
            names.add(new TaggedPost.Name(type, span));
        }
        open = "";
    }

    /** Hands the post over, unless it is empty. */
    void finish(List<TaggedPost> posts) {
        close();
        if (codePoints > 0) {
            posts.add(new TaggedPost(text.toString(), names, handles));
        }
    }
}
