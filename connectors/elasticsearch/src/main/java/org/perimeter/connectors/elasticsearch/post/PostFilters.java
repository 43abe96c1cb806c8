// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import org.perimeter.connectors.elasticsearch.client.Instants;
import org.perimeter.connectors.elasticsearch.text.TextNormalizer;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates a query into the engine's own, out of typed parts only: nothing a person typed is ever
 * read as a query language.
 */
final class PostFilters {

    private PostFilters() {}

    /** All conditions; the incident is always one. */
    static Query of(PostQuery query) {
        List<Query> filters = new ArrayList<>();
        filters.add(term("incidentId", query.incidentId()));
        addKinds(filters, query.kinds());
        addAuthor(filters, query);
        addTime(filters, query);
        addDistance(filters, query);
        addText(filters, query.text());
        return Query.of(all -> all.bool(bool -> bool.filter(filters)));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static void addKinds(List<Query> filters, List<ThreatKind> kinds) {
        if (!kinds.isEmpty()) {
            List<FieldValue> names =
                    kinds.stream().map(kind -> FieldValue.of(kind.name())).toList();
            filters.add(
                    Query.of(
                            query ->
                                    query.terms(
                                            terms ->
                                                    terms.field("analysis.threat.kind")
                                                            .terms(in -> in.value(names)))));
        }
    }

    private static void addAuthor(List<Query> filters, PostQuery query) {
        String author = query.author();
        if (author != null) {
            filters.add(term("author", author));
        }
    }

    private static void addTime(List<Query> filters, PostQuery query) {
        Instant since = query.since();
        Instant until = query.until();
        if (since != null || until != null) {
            filters.add(
                    Query.of(
                            time ->
                                    time.range(
                                            range ->
                                                    range.date(
                                                            date -> {
                                                                date.field("witnessedAt");
                                                                if (since != null) {
                                                                    date.gte(Instants.exact(since));
                                                                }
                                                                if (until != null) {
                                                                    date.lt(Instants.exact(until));
                                                                }
                                                                return date;
                                                            }))));
        }
    }

    private static void addDistance(List<Query> filters, PostQuery query) {
        GeoPoint center = query.center();
        Double meters = query.withinMeters();
        if (center != null && meters != null) {
            filters.add(
                    Query.of(
                            near ->
                                    near.geoDistance(
                                            geo ->
                                                    geo.field("match.place.point")
                                                            .distance(meters + "m")
                                                            .location(
                                                                    location ->
                                                                            location.latlon(
                                                                                    point ->
                                                                                            point.lat(
                                                                                                            center
                                                                                                                    .lat())
                                                                                                    .lon(
                                                                                                            center
                                                                                                                    .lon()))))));
        }
    }

    private static void addText(List<Query> filters, String text) {
        if (text.isBlank()) {
            return;
        }
        String words = TextNormalizer.forQuery(text);
        filters.add(
                words.isEmpty()
                        ? Query.of(query -> query.matchNone(none -> none))
                        : Query.of(
                                query ->
                                        query.match(
                                                match ->
                                                        match.field("textNormalized")
                                                                .query(words)
                                                                .operator(Operator.And))));
    }
}
