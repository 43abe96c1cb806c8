// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.sequences.Clique;
import edu.stanford.nlp.sequences.FeatureFactory;
import edu.stanford.nlp.util.PaddedList;

import org.perimeter.nlp.entities.PositionFeatures;

import java.util.Collection;
import java.util.List;

/**
 * Hands features that were worked out before to CoreNLP's trainer and classifier. CoreNLP makes it
 * by its class name, from a model's properties.
 */
public final class NamedFeatures extends FeatureFactory<CoreLabel> {

    private static final long serialVersionUID = 1;

    /** Key under which a token carries its features. */
    public static final class Carried implements CoreAnnotation<PositionFeatures> {
        @Override
        public Class<PositionFeatures> getType() {
            return PositionFeatures.class;
        }
    }

    @Override
    public Collection<String> getCliqueFeatures(
            PaddedList<CoreLabel> tokens, int position, Clique clique) {
        PositionFeatures features = tokens.get(position).get(Carried.class);
        if (features == null) {
            return List.of();
        }
        if (clique.equals(cliqueC)) {
            return named(features.ofLabel(), "|C");
        }
        return clique.equals(cliqueCpC) ? named(features.ofStep(), "|CpC") : List.of();
    }

    private static List<String> named(List<String> features, String suffix) {
        return features.stream().map(feature -> feature + suffix).toList();
    }
}
