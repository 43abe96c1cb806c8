// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the lexicon's line format; the file's head explains it.
 *
 * <pre>
 * group GUN gun guns pistol
 * verbs KILL kill shoot/shot
 * hashtag shotsfired shots fired
 * report.shots-fired | SHOOTING | 0.8 | shots/gunshots ..2 fired
 * veto.denial | sentence | 0.3 | no/not an? $GUN
 * threat.matar | ASSAULT | 0.6 | voy/vamos a matar+
 * </pre>
 */
final class LexiconParser {

    private static final int DEFAULT_GAP = 3;

    /** What Spanish writes behind an infinitive, a gerund or an imperative. */
    private static final List<String> PRONOUNS =
            List.of("te", "lo", "la", "los", "las", "le", "les", "nos", "os");

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, List<String>> hashtags = new HashMap<>();
    private final Set<String> disguised = new TreeSet<>();
    private final List<LexiconRule> rules = new ArrayList<>();

    /**
     * Takes one line.
     *
     * @throws IllegalArgumentException when it breaks the format, quoting the line
     */
    void line(String line) {
        try {
            if (line.startsWith("group ")) {
                group(line.split("\\s+", -1));
            } else if (line.startsWith("verbs ")) {
                verbs(line.split("\\s+", -1));
            } else if (line.startsWith("disguised ")) {
                String[] parts = line.split("\\s+", -1);
                disguised.addAll(List.of(parts).subList(1, parts.length));
            } else if (line.startsWith("hashtag ")) {
                String[] parts = line.split("\\s+", -1);
                hashtags.put(parts[1], List.of(parts).subList(2, parts.length));
            } else {
                rules.add(rule(line.split("\\|", -1)));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("lexicon line not understood: " + line, e);
        }
    }

    List<LexiconRule> rules() {
        return List.copyOf(rules);
    }

    Map<String, List<String>> hashtags() {
        return Map.copyOf(hashtags);
    }

    /** Words that people write in disguise. */
    Set<String> disguised() {
        return Set.copyOf(disguised);
    }

    private void group(String[] parts) {
        Set<String> words = groups.computeIfAbsent(parts[1], name -> new TreeSet<>());
        for (int i = 2; i < parts.length; i++) {
            words.addAll(words(parts[i]));
        }
    }

    private void verbs(String[] parts) {
        for (int i = 2; i < parts.length; i++) {
            Inflection verb = Inflection.of(parts[i]);
            add(parts[1], verb.base());
            add(parts[1] + "S", verb.thirdPerson());
            add(parts[1] + "ING", verb.present());
            verb.past().forEach(past -> add(parts[1] + "ED", past));
        }
    }

    private void add(String group, String word) {
        groups.computeIfAbsent(group, name -> new TreeSet<>()).add(word);
    }

    private LexiconRule rule(String[] fields) {
        String id = fields[0].trim();
        RuleRole role = RuleRole.of(id);
        String about = fields[1].trim();
        String steps = fields[3].trim();
        boolean anchored = steps.startsWith("^ ");
        return new LexiconRule(
                id,
                role,
                role == RuleRole.VETO ? null : category(about),
                role == RuleRole.VETO
                        ? VetoScope.valueOf(about.toUpperCase(Locale.ROOT))
                        : VetoScope.POST,
                Double.parseDouble(fields[2].trim()),
                anchored,
                pattern(anchored ? steps.substring(2) : steps));
    }

    private static @Nullable IncidentCategory category(String name) {
        return name.equals("*") ? null : IncidentCategory.valueOf(name);
    }

    private List<PatternElement> pattern(String text) {
        List<PatternElement> elements = new ArrayList<>();
        int gap = 0;
        for (String item : text.split("\\s+", -1)) {
            if (item.startsWith("..")) {
                gap = item.length() == 2 ? DEFAULT_GAP : Integer.parseInt(item.substring(2));
            } else {
                boolean optional = item.length() > 1 && item.endsWith("?");
                String body = optional ? item.substring(0, item.length() - 1) : item;
                elements.add(
                        new PatternElement(
                                body.equals("#") ? Set.of() : words(body), optional, gap));
                gap = 0;
            }
        }
        return elements;
    }

    private Set<String> words(String alternatives) {
        Set<String> words = new TreeSet<>();
        for (String word : alternatives.split("/", -1)) {
            if (word.startsWith("$")) {
                Set<String> group = groups.get(word.substring(1));
                if (group == null) {
                    throw new IllegalArgumentException("no group " + word);
                }
                words.addAll(group);
            } else if (word.endsWith("+")) {
                String verb = word.substring(0, word.length() - 1);
                PRONOUNS.forEach(pronoun -> words.add(verb + pronoun));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
