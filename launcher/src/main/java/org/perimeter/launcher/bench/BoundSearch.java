// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;

/** The search that Perimeter offers: decided upon, bound to an incident, in the ledger first. */
final class BoundSearch extends Searcher {

    private final String console;

    /**
     * @param console base address of the console
     */
    BoundSearch(HttpClient client, String console) {
        super(client);
        this.console = console;
    }

    @Override
    long ask(Question question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("purpose", "EXERCISE");
        body.put("caseNumber", BenchPosts.caseNumber(question.incident()));
        body.put("text", question.text());
        body.put("limit", Question.LIMIT);
        if (question.reportsOnly()) {
            body.putArray("kinds").add("REPORT");
        }
        if (question.since() != null) {
            body.put("since", question.since().toString());
        }
        if (question.withinMeters() > 0) {
            body.put("withinMeters", question.withinMeters());
            body.putObject("center")
                    .put("lat", question.center().lat())
                    .put("lon", question.center().lon());
        }
        String id =
                URLEncoder.encode(
                        BenchPosts.incidentId(question.incident()), StandardCharsets.UTF_8);
        return post(URI.create(console + "/api/v1/incidents/" + id + "/searches"), body)
                .path("total")
                .asLong();
    }
}
