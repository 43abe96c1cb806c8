// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rulebook.entry.Rule;
import org.perimeter.policy.rulebook.entry.SourceEntry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The rules of an agency, complete and consistent. Immutable. */
public final class Rulebook {

    private final String hash;
    private final RulebookHead head;
    private final Set<String> regions;
    private final Map<String, SourceEntry> sources;
    private final Set<IncidentCategory> categories;
    private final Map<String, Rule> rules;

    Rulebook(
            String hash,
            RulebookHead head,
            Set<String> regions,
            List<SourceEntry> sources,
            Set<IncidentCategory> categories,
            List<Rule> rules) {
        this.hash = hash;
        this.head = head;
        this.regions = Collections.unmodifiableSet(regions);
        this.sources = new LinkedHashMap<>();
        sources.forEach(source -> this.sources.put(source.id(), source));
        this.categories = Collections.unmodifiableSet(categories);
        this.rules = new LinkedHashMap<>();
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    /** Lower-case hex SHA-256 of the canonical JSON (RFC 8785). */
    public String hash() {
        return hash;
    }

    /** Version, agency and dates. */
    public RulebookHead head() {
        return head;
    }

    /**
     * The countries and territories whose phone numbers and licence plates are replaced in texts
     * (control IDN-02), ISO 3166-1 alpha-2.
     */
    public Set<String> regions() {
        return regions;
    }

    /**
     * The number of a rule, in the rule's unit.
     *
     * @throws NoSuchElementException when the rulebook has no such rule
     */
    public double value(String ruleId) {
        return find(ruleId).map(Rule::value).orElseGet(() -> whenLeftOut(ruleId));
    }

    private double whenLeftOut(String ruleId) {
        return switch (ruleId) {
            case RuleId.ABOUT_BESIDE_RIVALS -> RuleId.NO_RIVALS;
            case RuleId.STORED_TIMES -> RuleId.SHIPPED_STORED_TIMES;
            default -> rule(RuleId.inPlaceOf(ruleId)).value();
        };
    }

    /**
     * The number of a rule as a time.
     *
     * @param unit the rule's unit
     * @throws NoSuchElementException when the rulebook has no such rule
     */
    public Duration duration(String ruleId, ChronoUnit unit) {
        return Duration.ofMillis(Math.round(value(ruleId) * unit.getDuration().toMillis()));
    }

    /**
     * A rule.
     *
     * @throws NoSuchElementException when the rulebook has no such rule
     */
    public Rule rule(String ruleId) {
        @Nullable Rule rule = rules.get(ruleId);
        if (rule == null) {
            throw new NoSuchElementException("no rule " + ruleId);
        }
        return rule;
    }

    /** A rule; empty when the rulebook has no such rule. */
    public Optional<Rule> find(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId));
    }

    /** All rules in the order of the file. */
    public List<Rule> rules() {
        return new ArrayList<>(rules.values());
    }

    /** The register's entry about a connector instance; empty when it is not registered. */
    public Optional<SourceEntry> source(String sourceId) {
        return Optional.ofNullable(sources.get(sourceId));
    }

    /** The whole source register in the order of the file. */
    public List<SourceEntry> sources() {
        return new ArrayList<>(sources.values());
    }

    /** The categories an incident may have (control COL-04). */
    public Set<IncidentCategory> categories() {
        return categories;
    }

    /** The last day (UTC) on which all of it holds: the earliest sunset of book and rules. */
    public LocalDate sunset() {
        LocalDate earliest = head.sunset();
        for (Rule rule : rules.values()) {
            earliest = rule.sunset().isBefore(earliest) ? rule.sunset() : earliest;
        }
        return earliest;
    }

    /** Whether it has come into effect and neither the book nor any rule has lapsed. */
    public boolean isInForce(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return !day.isBefore(head.effective()) && !day.isAfter(sunset());
    }
}
