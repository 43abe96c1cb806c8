// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class AnalyzeMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersInInputOrderAndGoesOnAfterBadLines() throws IOException {
        // Given
        String lines =
                """
                {"id":"1","text":"shots fired at the mall 😂? no really, shots fired"}
                not json
                {"id":"3"}
                {"id":"4","text":"good morning","point":{"lat":95,"lon":0}}
                {"id":"5","text":"good morning","language":"en","point":{"lat":1.5,"lon":2.5}}
                """;

        // When
        int status = run(lines);

        // Then
        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        ObjectMapper json = new ObjectMapper();
        assertThat(status).isZero();
        assertThat(answers).hasSize(5);
        JsonNode first = json.readTree(answers.get(0));
        assertThat(first.get("id").asText()).isEqualTo("1");
        assertThat(first.at("/threat/spans/0/start").asInt()).isZero();
        assertThat(first.at("/threat/spans/0/end").asInt()).isEqualTo(11);
        assertThat(first.at("/threat/spans/0/rule").asText()).isEqualTo("report.shots-fired");
        assertThat(answers.get(1)).isEqualTo("{\"id\":null,\"error\":\"malformed JSON\"}");
        assertThat(answers.get(2)).isEqualTo("{\"id\":\"3\",\"error\":\"text must be a string\"}");
        assertThat(answers.get(3))
                .isEqualTo("{\"id\":\"4\",\"error\":\"point is not on the earth\"}");
        JsonNode last = json.readTree(answers.get(4));
        assertThat(last.at("/places/0/evidence").asText()).isEqualTo("GPS");
        assertThat(last.at("/threat/kind").asText()).isEqualTo("NONE");
    }

    @Test
    void saysHowTheCallWasWrong() {
        // Given
        String[] args = {"--near", "95"};

        // When
        int status = AnalyzeMain.run(args, new ByteArrayInputStream(new byte[0]), out, err);

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).trim())
                .isEqualTo("analyze: --near must be LAT,LON");
    }

    private int run(String lines, String... args) {
        return AnalyzeMain.run(
                args, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out, err);
    }
}
