// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import org.perimeter.nlp.classifier.MaskedWords;
import org.perimeter.nlp.classifier.WordKinds;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.Token;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules for one language, compiled. Immutable; safe to share between threads.
 *
 * <p>The rules are data: see {@code lexicon-en.txt} for their format. A broken rule stops the load,
 * quoting its line.
 */
public final class ThreatLexicon {

    private final TokenAutomaton automaton;
    private final ScanTokens scan;

    private ThreatLexicon(TokenAutomaton automaton, ScanTokens scan) {
        this.automaton = automaton;
        this.scan = scan;
    }

    /**
     * Loads the rules of a language from the class path.
     *
     * @param language {@code en} or {@code es}
     */
    public static ThreatLexicon load(String language) {
        return parse(LineResource.read("/org/perimeter/nlp/threat/lexicon-" + language + ".txt"));
    }

    /**
     * Compiles rules from lines.
     *
     * @throws IllegalArgumentException when a line breaks the format
     */
    static ThreatLexicon parse(List<String> lines) {
        LexiconParser parser = new LexiconParser();
        lines.forEach(parser::line);
        Set<String> vocabulary = new HashSet<>();
        for (LexiconRule rule : parser.rules()) {
            rule.pattern().forEach(element -> vocabulary.addAll(element.words()));
        }
        Set<String> cuttable = new HashSet<>(vocabulary);
        cuttable.addAll(WordKinds.ofIncidents().words());
        HashtagSplitter hashtags = new HashtagSplitter(parser.hashtags(), Set.copyOf(cuttable));
        return new ThreatLexicon(
                new TokenAutomaton(parser.rules()),
                new ScanTokens(
                        Set.copyOf(vocabulary),
                        hashtags,
                        new Disguise(parser.disguised()),
                        MaskedWords.load()));
    }

    public List<ScanToken> scan(List<Token> tokens) {
        return scan.of(tokens);
    }

    public List<RuleHit> match(List<ScanToken> tokens) {
        return automaton.run(tokens);
    }
}
