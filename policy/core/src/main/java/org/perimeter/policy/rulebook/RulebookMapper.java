// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rulebook.entry.Loosening;
import org.perimeter.policy.rulebook.entry.Rule;
import org.perimeter.policy.rulebook.entry.SourceEntry;
import org.perimeter.policy.rulebook.entry.SourceStatus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns a tree that the schema accepted into a rulebook. */
final class RulebookMapper {

    /** The region of a rulebook that was written before there were regions. */
    private static final String WHERE_NONE_IS_NAMED = "US";

    private RulebookMapper() {}

    static Rulebook map(JsonNode root, String hash) {
        RulebookHead head =
                new RulebookHead(
                        root.path("version").asText(),
                        root.path("agency").asText(),
                        date(root, "effective"),
                        date(root, "sunset"));
        Set<String> regions = new LinkedHashSet<>();
        root.path("regions").forEach(node -> regions.add(node.asText()));
        if (regions.isEmpty()) {
            regions.add(WHERE_NONE_IS_NAMED);
        }
        List<SourceEntry> sources = new ArrayList<>();
        root.path("sources").forEach(node -> sources.add(source(node)));
        Set<IncidentCategory> categories = EnumSet.noneOf(IncidentCategory.class);
        root.path("categories")
                .forEach(node -> categories.add(IncidentCategory.valueOf(node.asText())));
        List<Rule> rules = new ArrayList<>();
        root.path("rules").forEach(node -> rules.add(rule(node)));
        return new Rulebook(hash, head, regions, sources, categories, rules);
    }

    private static SourceEntry source(JsonNode node) {
        return new SourceEntry(
                node.path("id").asText(),
                node.path("network").asText(),
                SourceStatus.valueOf(upper(node, "status")),
                node.path("owner").asText(),
                node.path("termsUrl").asText(),
                date(node, "termsReviewedAt"),
                node.path("legalBasis").asText(),
                node.path("deleteMechanism").asText(),
                date(node, "expires"));
    }

    private static Rule rule(JsonNode node) {
        List<String> references = new ArrayList<>();
        node.path("ref").forEach(reference -> references.add(reference.asText()));
        return new Rule(
                node.path("id").asText(),
                node.path("text").asText(),
                node.path("why").asText(),
                references,
                node.path("owner").asText(),
                node.path("value").asDouble(),
                node.path("unit").asText(),
                Loosening.valueOf(upper(node, "loosening")),
                date(node, "sunset"));
    }

    private static LocalDate date(JsonNode node, String name) {
        return LocalDate.parse(node.path(name).asText());
    }

    private static String upper(JsonNode node, String name) {
        return node.path(name).asText().toUpperCase(Locale.ROOT);
    }
}
