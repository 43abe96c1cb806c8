// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.CloseReader;
import org.perimeter.nlp.close.CloseScores;
import org.perimeter.nlp.close.HeadScore;
import org.perimeter.nlp.close.IncidentText;
import org.perimeter.nlp.training.reader.data.ReaderExample;

/**
 * An example and what the trained reader said of it.
 *
 * @param example the post and the truth
 * @param reading what was said
 */
public record ReadExample(ReaderExample example, CloseScores reading) {

    /** Reads an example as the product would. */
    public static ReadExample of(CloseReader reader, ReaderExample example) {
        IncidentText incident = example.incident();
        return new ReadExample(
                example,
                incident == null
                        ? reader.read(example.text())
                        : reader.read(incident, example.text()));
    }

    /** What a head said and what is true; null when either is not known. */
    public @Nullable HeadOutcome outcome(CloseHead head) {
        Boolean answer = example.labels().answer(head);
        HeadScore score = score(head);
        return answer == null || score == null ? null : new HeadOutcome(score.logOdds(), answer);
    }

    private @Nullable HeadScore score(CloseHead head) {
        return switch (head) {
            case THREAT -> reading.threat();
            case REPORT -> reading.report();
            case RELEVANT -> reading.relevant();
            case DENIES -> reading.denies();
            case ABOUT -> reading.about();
        };
    }
}
