// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.IncidentText;

/**
 * A labelled post, alone or beside an incident.
 *
 * @param source the author or corpus
 * @param incident the incident that it is read with; null when it is read alone
 * @param text the post
 * @param labels what is known of it
 * @param weight how much it counts, 1 as a rule
 */
public record ReaderExample(
        String source, @Nullable IncidentText incident, String text, Labels labels, float weight) {

    /** A post read alone. */
    public static ReaderExample alone(String source, String text, Labels labels, float weight) {
        return new ReaderExample(source, null, text, labels, weight);
    }

    /** The same post beside an incident that it is, or is not, about. */
    public ReaderExample beside(IncidentText incident, boolean about) {
        return new ReaderExample(
                source, incident, text, labels.with(CloseHead.ABOUT, about), weight);
    }

    /** Whether it is known to be neither a threat nor a report. */
    public boolean isHarmless() {
        return Boolean.FALSE.equals(labels.answer(CloseHead.THREAT))
                && Boolean.FALSE.equals(labels.answer(CloseHead.REPORT));
    }
}
