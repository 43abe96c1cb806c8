// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * OpenNLP's detector over letter n-grams (103 languages), with its three-letter codes turned into
 * BCP 47. The model is read-only; a detector is made per call because it keeps state.
 */
final class LetterStatistics {

    private static final String MODEL = "/langdetect-183.bin";

    private static final double NEARLY = 0.7;
    private static final double CLEARLY = 1.25;

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

    /**
     * The language of a text, given what its author declared. On texts as short as posts the
     * detector's probabilities are flat, so only their ratios are used: the declaration stands when
     * it is nearly as likely as the best guess, the best guess when it is clearly ahead.
     */
    String decide(String prose, String declared) {
        Language[] ranked = new LanguageDetectorME(model).predictLanguages(prose);
        double best = ranked[0].getConfidence();
        for (Language candidate : ranked) {
            if (candidate.getConfidence() >= best * NEARLY && code(candidate).equals(declared)) {
                return declared;
            }
        }
        return best >= ranked[1].getConfidence() * CLEARLY ? code(ranked[0]) : declared;
    }

    private String code(Language language) {
        return shortCodes.getOrDefault(language.getLang(), language.getLang());
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
        codes.put("pes", "fa");
        codes.put("plt", "mg");
        codes.put("swh", "sw");
        codes.put("zlm", "ms");
        return codes;
    }
}
