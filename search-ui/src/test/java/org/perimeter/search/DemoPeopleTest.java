// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.search.api.Route;
import org.perimeter.search.signin.Entrance;
import org.perimeter.search.signin.LocalEntrance;
import org.perimeter.search.testing.StrangersDoor;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The four people of the demo, and the doors that nothing opens by itself. */
final class DemoPeopleTest {

    private static final List<Role> LOCAL = List.of(Role.ANALYST, Role.SUPERVISOR);

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void prepare() throws Exception {
        console = new ConsoleFixture(folder);
        console.writeRulebook(LocalDate.parse("2026-11-01"), true);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ANALYST, 200, 403, 403",
        "SUPERVISOR, 200, 200, 200",
        "BOARD, 403, 200, 403",
        "AUDITOR, 403, 200, 200"
    })
    @Control({"ACC-01", "ACC-04"})
    void whoIsChosenMayWhatTheirRoleMay(String person, int incidents, int report, int deadLetters)
            throws Exception {
        // Given
        console.start(audit -> new LocalEntrance(LOCAL, true));

        // When
        HttpResponse<String> chosen = console.post("/api/v1/me", "{\"person\":\"" + person + "\"}");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();

        // Then
        assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(ConsoleFixture.json(chosen).path("person").asText()).isEqualTo(person);
        String sent = cookie.substring(0, cookie.indexOf(';'));
        assertThat(console.get("/api/v1/incidents", sent).statusCode()).isEqualTo(incidents);
        assertThat(console.get("/api/v1/report", sent).statusCode()).isEqualTo(report);
        assertThat(console.get("/api/v1/dead-letters", sent).statusCode()).isEqualTo(deadLetters);
        JsonNode me = ConsoleFixture.json(console.get("/api/v1/me", sent));
        assertThat(me.path("people")).hasSize(4);
        assertThat(words(me.path("roles"))).containsExactly(person);
    }

    @Test
    void outsideTheDemoNobodyCanBeChosen() throws Exception {
        // Given
        console.start(audit -> new LocalEntrance(LOCAL, false));

        // When
        HttpResponse<String> chosen = console.post("/api/v1/me", "{\"person\":\"BOARD\"}");
        JsonNode me =
                ConsoleFixture.json(console.get("/api/v1/me", "__Host-perimeter-person=board"));

        // Then
        assertThat(chosen.statusCode()).isEqualTo(405);
        assertThat(words(me.path("roles"))).containsExactly("ANALYST", "SUPERVISOR");
        assertThat(me.path("people")).isEmpty();
    }

    @Test
    @Control("ACC-01")
    void whoIsNotKnownGetsTheLedgerAndNothingElse() throws Exception {
        // Given
        console.start(audit -> new NobodysEntrance());
        List<String> answered = new ArrayList<>();

        // When
        for (String route : console.servedRoutes()) {
            String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{\\w+}", "1");
            HttpResponse<String> answer =
                    route.startsWith("get") ? console.get(path) : console.post(path, "{}");
            if (answer.statusCode() != 401) {
                answered.add(route);
            }
        }

        // Then
        assertThat(answered)
                .containsExactlyInAnyOrder(
                        "get /checkpoint",
                        "get /tile/{path}",
                        "get /api/v1/ledger",
                        "get /api/v1/ledger/receipts/{index}",
                        "get /api/v1/openapi.json");
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        ((ArrayNode) array).forEach(node -> words.add(node.asText()));
        return words;
    }

    /** A way in that nobody finds. */
    private static final class NobodysEntrance implements Entrance {

        @Override
        public StrangersDoor door() {
            return StrangersDoor.CLOSED;
        }

        @Override
        public List<Route> routes() {
            return List.of();
        }
    }
}
