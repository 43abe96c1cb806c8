// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.yaml.RefusedYamlException;
import org.perimeter.policy.yaml.YamlDocument;
import org.perimeter.policy.yaml.YamlProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rulebook's text, checked for everything but its signatures and today's date. */
public final class RulebookDraft {

    private static final RulebookSchema SCHEMA = RulebookSchema.shipped();

    private final String hash;
    private final @Nullable Rulebook rulebook;
    private final List<YamlProblem> problems;

    private RulebookDraft(String hash, @Nullable Rulebook rulebook, List<YamlProblem> problems) {
        this.hash = hash;
        this.rulebook = rulebook;
        this.problems = List.copyOf(problems);
    }

    /** Reads a text; whatever is wrong with it is in {@link #problems()}. */
    @Control("GOV-01")
    public static RulebookDraft parse(String yaml) {
        YamlDocument tree;
        try {
            tree = YamlDocument.parse(yaml);
        } catch (RefusedYamlException e) {
            return new RulebookDraft("", null, List.of(e.problem()));
        }
        JsonNode root = tree.root();
        String hash = CanonicalJson.hash(root);
        List<YamlProblem> problems = new ArrayList<>(SCHEMA.problems(tree));
        if (problems.isEmpty()) {
            problems.addAll(RulebookConsistency.problems(tree));
        }
        return problems.isEmpty()
                ? new RulebookDraft(hash, RulebookMapper.map(root, hash), problems)
                : new RulebookDraft(hash, null, problems);
    }

    /** Hash of the canonical form; empty when the text is not even YAML. */
    public String hash() {
        return hash;
    }

    /** The rules; empty when there are problems. */
    public Optional<Rulebook> rulebook() {
        return Optional.ofNullable(rulebook);
    }

    /** What is wrong, in the order of the file where possible. */
    public List<YamlProblem> problems() {
        return problems;
    }
}
