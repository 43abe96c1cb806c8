// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * OpenNLP's detector over letter n-grams (103 languages), with its three-letter codes turned into
 * BCP 47. The model is read-only; a detector is made per call because it keeps state.
 *
 * <p>On texts as short as posts the detector's probabilities are flat, and its best guess is often
 * a language that nobody posts in, so only the ratios among given languages are used.
 */
final class LetterStatistics {

    private static final String MODEL = "/langdetect-183.bin";

    /** Log of the least ratio to the best guess that is told from none. */
    private static final double LEAST = -4;

    /** For languages that the model knows in another script only, or not at all. */
    private static final Map<String, Double> UNKNOWN = Map.of("ht", -0.6, "hi", -0.6);

    /** The first of several languages of a script is by far the commonest. */
    private static final double COMMONEST = 0.3;

    private static final double DECLARED = 0.5;

    private final LanguageDetectorModel model;
    private final Map<String, String> shortCodes;

    private LetterStatistics(LanguageDetectorModel model, Map<String, String> shortCodes) {
        this.model = model;
        this.shortCodes = shortCodes;
    }

    static LetterStatistics load() {
        try (InputStream in = LetterStatistics.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is not on the class path");
            }
            return new LetterStatistics(new LanguageDetectorModel(in), shortCodes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the weighted log ratio of each language to the best guess. */
    void add(String prose, List<String> languages, double weight, double[] odds) {
        Map<String, Double> ratios = ratios(prose);
        for (int i = 0; i < odds.length; i++) {
            String language = languages.get(i);
            double ratio = ratios.getOrDefault(language, LEAST);
            odds[i] += weight * Math.max(LEAST, UNKNOWN.getOrDefault(language, ratio));
        }
    }

    /** The likeliest of some languages, of which the first is the commonest. */
    String likeliest(String prose, List<String> languages, String declared) {
        Map<String, Double> ratios = ratios(prose);
        String best = languages.get(0);
        double bestOdds = Double.NEGATIVE_INFINITY;
        for (String language : languages) {
            double odds = ratios.getOrDefault(language, LEAST);
            odds += language.equals(languages.get(0)) ? COMMONEST : 0;
            odds += language.equals(declared) ? DECLARED : 0;
            if (odds > bestOdds) {
                best = language;
                bestOdds = odds;
            }
        }
        return best;
    }

    private Map<String, Double> ratios(String prose) {
        Language[] ranked = new LanguageDetectorME(model).predictLanguages(prose);
        Map<String, Double> ratios = new HashMap<>();
        for (Language language : ranked) {
            String code = shortCodes.getOrDefault(language.getLang(), language.getLang());
            double ratio = Math.log(language.getConfidence() / ranked[0].getConfidence());
            ratios.merge(code, ratio, Math::max);
        }
        return ratios;
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.putIfAbsent(Locale.forLanguageTag(code).getISO3Language(), code);
        }
        // The model tells varieties apart that a post's tag does not.
        codes.put("cmn", "zh");
        codes.put("ekk", "et");
        codes.put("lvs", "lv");
        codes.put("nno", "no");
        codes.put("nob", "no");
        codes.put("pes", "fa");
        codes.put("plt", "mg");
        codes.put("swh", "sw");
        codes.put("zlm", "ms");
        return codes;
    }
}
