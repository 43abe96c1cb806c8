// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.exercise.city.CityGenerator;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.script.ScriptReader;
import org.perimeter.connectors.exercise.staging.ExerciseStage;
import org.perimeter.connectors.exercise.staging.Staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class ActivityWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Town town = Town.invented(Town.DEFAULT).orElseThrow();
    private final Exercise exercise =
            new ExerciseStage(town, ScriptReader.bundled(town))
                    .play(Staging.asWritten(CityGenerator.SEED));
    private final Timeline timeline = new Timeline(NOW, exercise.length(), 60);

    @Test
    void releasesNothingBeforeItWasWitnessed() {
        // When
        List<ScenarioLine> early =
                exercise.lines().stream()
                        .filter(
                                line ->
                                        timeline.witnessedAt(line.at())
                                                .isAfter(timeline.releasedAt(line.at())))
                        .toList();

        // Then
        assertThat(early).isEmpty();
        assertThat(timeline.witnessedAt(exercise.length()))
                .isEqualTo(timeline.releasedAt(exercise.length()));
    }

    @Test
    void refusesToPlaySlowerThanLife() {
        // When / Then
        assertThatThrownBy(() -> new Timeline(NOW, Duration.ofMinutes(1), 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesOneActivityALineWithoutGroundTruth(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("posts.ndjson");

        // When
        new ActivityWriter(town.places()).write(exercise, timeline, file);

        // Then
        List<JsonNode> activities = read(file);
        assertThat(activities).hasSameSizeAs(exercise.lines());
        assertThat(activities)
                .extracting(activity -> activity.path("type").asText())
                .contains("Create", "Update", "Delete", "Announce");
        assertThat(Files.readAllLines(file))
                .noneMatch(line -> line.contains("\"verdict\"") || line.contains("mall-tidewell"));
    }

    @Test
    void addressesRestrictedPostsToFollowersOnly(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("posts.ndjson");
        long restricted =
                exercise.lines().stream().filter(line -> line.extras().restricted()).count();

        // When
        new ActivityWriter(town.places()).write(exercise, timeline, file);

        // Then
        assertThat(read(file))
                .filteredOn(activity -> activity.at("/object/to/0").asText().endsWith("/followers"))
                .hasSize((int) restricted)
                .isNotEmpty();
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            nodes.add(json.readTree(line));
        }
        return nodes;
    }
}
