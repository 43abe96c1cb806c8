// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.yaml.YamlDocument;
import org.perimeter.policy.yaml.YamlProblem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a schema cannot say: unique ids, completeness, and numbers that must fit each other. */
final class RulebookConsistency {

    private static final int LONGEST_MONTHS = 12;

    private final YamlDocument yaml;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Map<String, Integer> ruleIndex = new HashMap<>();

    private RulebookConsistency(YamlDocument yaml) {
        this.yaml = yaml;
    }

    @Control("GOV-01")
    static List<YamlProblem> problems(YamlDocument yaml) {
        RulebookConsistency check = new RulebookConsistency(yaml);
        check.dates();
        check.regions();
        check.uniqueIds("sources", new HashMap<>());
        check.uniqueIds("rules", check.ruleIndex);
        check.complete();
        if (check.problems.isEmpty()) {
            check.atMost(RuleId.FENCE_LIFE, RuleId.FENCE_STOP, 1);
            check.atMost(RuleId.ALERT_RAISE, RuleId.ALERT_CONFIRM, 1);
            check.atMost(RuleId.ALERT_PROBABILITY, RuleId.ALERT_CERTAINTY, 1);
            check.atMost(RuleId.ALERT_FALL, RuleId.ALERT_PROBABILITY, 1);
            check.atMost(RuleId.AFTER_CLOSE, RuleId.RAW_CAP, 24);
        }
        return check.problems;
    }

    private void dates() {
        LocalDate effective = LocalDate.parse(yaml.root().path("effective").asText());
        LocalDate sunset = LocalDate.parse(yaml.root().path("sunset").asText());
        if (!sunset.isAfter(effective)) {
            problems.add(yaml.problem("sunset", "the rulebook ends before it begins"));
        }
        if (sunset.isAfter(effective.plusMonths(LONGEST_MONTHS))) {
            problems.add(
                    yaml.problem("sunset", "a rulebook ends after at most 12 months (GOV-01)"));
        }
    }

    private void regions() {
        Set<String> known = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
        int index = 0;
        for (JsonNode region : yaml.root().path("regions")) {
            if (!known.contains(region.asText())) {
                String path = "regions[" + index + "]";
                problems.add(yaml.problem(path, region.asText() + " is no country (ISO 3166-1)"));
            }
            index++;
        }
    }

    private void uniqueIds(String list, Map<String, Integer> seen) {
        int index = 0;
        for (JsonNode entry : yaml.root().path(list)) {
            String id = entry.path("id").asText();
            Integer first = seen.putIfAbsent(id, index);
            if (first != null) {
                String path = list + "[" + index + "].id";
                problems.add(
                        yaml.problem(
                                path, id + " is already the id of " + list + "[" + first + "]"));
            }
            index++;
        }
    }

    private void complete() {
        for (String id : RuleId.WITH_VALUE) {
            if (!ruleIndex.containsKey(id)) {
                problems.add(yaml.problem("rules", "the rule " + id + " is missing"));
            }
        }
    }

    /** The value of one rule must not exceed the value of another, {@code factor} times. */
    private void atMost(String id, String limitId, double factor) {
        double value = value(id);
        double limit = value(limitId) * factor;
        if (value > limit) {
            String path = "rules[" + ruleIndex.get(id) + "].value";
            problems.add(yaml.problem(path, id + " must not exceed " + limitId));
        }
    }

    private double value(String id) {
        Integer index = ruleIndex.get(id);
        return index == null
                ? Double.NaN
                : yaml.root().path("rules").path(index).path("value").asDouble();
    }
}
