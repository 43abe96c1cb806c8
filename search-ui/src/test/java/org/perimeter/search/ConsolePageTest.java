// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.testkit.store.SamplePost;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server sends for the pages: shells without inline code, and every file they ask for. */
final class ConsolePageTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"#]+)\"");
    private static final Pattern IMPORT = Pattern.compile("from '(/assets/[^']+)'");

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        TestCity.write(folder.resolve("city"), SamplePost.PLACE);
        console = ConsoleFixture.started(folder);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/incidents/manual:1"})
    void aPageHoldsNoInlineCode(String path) throws Exception {
        // Given the console

        // When
        HttpResponse<String> answer = console.get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains(
                                                "script-src 'self';",
                                                "style-src 'self';",
                                                "require-trusted-types-for 'script'")
                                        .doesNotContain("unsafe"));
        assertThat(answer.body())
                .startsWith("<!doctype html>")
                .doesNotContainPattern("<script(?![^>]* src=\"/)")
                .doesNotContain("<style")
                .doesNotContainPattern("\\s(style|on[a-z]+)=");
    }

    @Test
    void everyFileThatAPageAsksForIsServedWithItsType() throws Exception {
        // Given
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/incidents/manual:1"));
        Set<String> seen = new HashSet<>();

        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            if (!seen.add(path)) {
                continue;
            }

            // When
            HttpResponse<String> answer = console.get(path);

            // Then
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).as(path).startsWith(type(path)));
            Matcher links = (path.endsWith(".js") ? IMPORT : LINK).matcher(answer.body());
            while (links.find()) {
                waiting.add(links.group(1));
            }
        }
        assertThat(seen)
                .contains(
                        "/assets/feed.js",
                        "/assets/base.css",
                        "/webjars/leaflet/1.9.4/dist/leaflet.js")
                .hasSizeGreaterThan(20);
    }

    @Test
    void anIncidentIdCannotBreakOutOfThePage() throws Exception {
        // Given
        String hostile = "%22%3E%3Csvg%20onload=alert(1)%3E";

        // When
        HttpResponse<String> answer = console.get("/incidents/" + hostile);

        // Then
        assertThat(answer.body())
                .contains("data-incident=\"&#34;>&lt;svg onload=alert(1)>\"")
                .doesNotContain("<svg");
    }

    @Test
    void filesOutsideThePublicFoldersAreNotServed() throws Exception {
        for (String path :
                List.of(
                        "/assets/absent.js",
                        "/assets/../log4j2.properties",
                        "/assets/%2e%2e/log4j2.properties",
                        "/log4j2.properties",
                        "/webjars/leaflet/1.9.4/../package.json")) {
            // When
            HttpResponse<String> answer = console.get(path);

            // Then
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void theBaseMapComesOutOfTheJurisdictionsFolder() throws Exception {
        // Given the city of the fixture, which has no water

        // When
        JsonNode head = ConsoleFixture.json(console.get("/api/v1/jurisdiction"));
        JsonNode streets = ConsoleFixture.json(console.get("/api/v1/jurisdiction/streets"));
        JsonNode water = ConsoleFixture.json(console.get("/api/v1/jurisdiction/water"));
        HttpResponse<String> other = console.get("/api/v1/jurisdiction/jurisdiction");

        // Then
        assertThat(head.path("name").asText()).isEqualTo("Testville");
        assertThat(head.path("bbox")).hasSize(4);
        assertThat(streets.path("features")).hasSize(1);
        assertThat(water.path("features").isArray()).isTrue();
        assertThat(water.path("features")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(404);
    }

    private static String type(String path) {
        if (path.endsWith(".js")) {
            return "text/javascript";
        }
        if (path.endsWith(".css")) {
            return "text/css";
        }
        return path.endsWith(".svg") ? "image/svg+xml" : "text/html";
    }
}
