// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of a post. A question without an answer teaches nothing.
 *
 * @param answers yes or no for each question whose answer is known
 * @param category what the harm is; null when there is none or nobody said
 */
public record Labels(Map<CloseHead, Boolean> answers, @Nullable IncidentCategory category) {

    /** Nothing is known. */
    public static final Labels NONE = new Labels(Map.of(), null);

    public Labels {
        answers = Map.copyOf(answers);
    }

    /** The same with one more answer. */
    public Labels with(CloseHead head, boolean answer) {
        Map<CloseHead, Boolean> more = new EnumMap<>(CloseHead.class);
        more.putAll(answers);
        more.put(head, answer);
        return new Labels(more, category);
    }

    /** The same with a category. */
    public Labels with(@Nullable IncidentCategory other) {
        return new Labels(answers, other);
    }

    /** The answer to a question; null when it is not known. */
    public @Nullable Boolean answer(CloseHead head) {
        return answers.get(head);
    }
}
