// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;

/** The same question put straight to Elasticsearch: no decision, no ledger. */
final class PlainSearch extends Searcher {

    private final URI address;
    private final boolean inIncident;

    /**
     * @param store base address of Elasticsearch
     * @param posts alias over all indices of posts
     * @param inIncident whether the question keeps to its incident
     */
    PlainSearch(HttpClient client, String store, String posts, boolean inIncident) {
        super(client);
        this.address = URI.create(store + "/" + posts + "/_search");
        this.inIncident = inIncident;
    }

    @Override
    long ask(Question question) {
        return post(address, body(question)).at("/hits/total/value").asLong();
    }

    private ObjectNode body(Question question) {
        ObjectNode body = JSON.createObjectNode();
        // One more than the page shows, as the console asks too: it tells whether more follow.
        body.put("size", Question.LIMIT + 1);
        body.put("track_total_hits", true);
        ArrayNode sort = body.putArray("sort");
        sort.addObject().putObject("witnessedAt").put("order", "desc");
        sort.addObject().putObject("id").put("order", "asc");
        ArrayNode filters = body.putObject("query").putObject("bool").putArray("filter");
        if (inIncident) {
            filters.addObject()
                    .putObject("term")
                    .put("incidentId", BenchPosts.incidentId(question.incident()));
        }
        if (!question.text().isEmpty()) {
            filters.addObject()
                    .putObject("match")
                    .putObject("textNormalized")
                    .put("query", question.text())
                    .put("operator", "and");
        }
        narrow(filters, question);
        return body;
    }

    private static void narrow(ArrayNode filters, Question question) {
        if (question.reportsOnly()) {
            filters.addObject().putObject("term").put("analysis.threat.kind", "REPORT");
        }
        if (question.since() != null) {
            filters.addObject()
                    .putObject("range")
                    .putObject("witnessedAt")
                    .put("gte", question.since().toString());
        }
        if (question.withinMeters() > 0) {
            ObjectNode near = filters.addObject().putObject("geo_distance");
            near.put("distance", question.withinMeters() + "m");
            near.putObject("match.place.point")
                    .put("lat", question.center().lat())
                    .put("lon", question.center().lon());
        }
    }
}
