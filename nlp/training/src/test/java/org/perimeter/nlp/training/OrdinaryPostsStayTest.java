// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.redaction.Redactor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Control IDN-02 on the posts that people wrote to train the models: times, prices, street numbers,
 * routes, rooms and buses are what a report is about, and stay.
 */
final class OrdinaryPostsStayTest {

    /** A post without any of these has no identifier that a reader would see. */
    private static final Pattern MARKS =
            Pattern.compile("@|://|www|plate|\\d{3}\\D?\\d{4}", Pattern.CASE_INSENSITIVE);

    private final Redactor redactor = Redactor.of(List.of("US"));

    @Test
    @Control("IDN-02")
    void nothingIsReplacedInPostsThatNameNobody() throws IOException, URISyntaxException {
        // Given
        List<String> posts = posts().filter(post -> !MARKS.matcher(post).find()).toList();

        // When
        List<String> replaced =
                posts.stream().filter(post -> redactor.redact(post).changed()).toList();

        // Then
        assertThat(posts).hasSizeGreaterThan(15_000);
        assertThat(replaced).isEmpty();
    }

    @Test
    @Control("IDN-02")
    void noMentionIsLeft() throws IOException, URISyntaxException {
        // Given
        List<String> mentioning = posts().filter(post -> post.matches("(?s).*@\\w.*")).toList();

        // When
        List<String> redacted =
                mentioning.stream().map(post -> redactor.redact(post).text()).toList();

        // Then
        assertThat(mentioning).isNotEmpty();
        assertThat(redacted).noneMatch(post -> post.matches("(?s).*@\\w.*"));
    }

    private static Stream<String> posts() throws IOException, URISyntaxException {
        URL folder =
                Objects.requireNonNull(
                        OrdinaryPostsStayTest.class.getResource(
                                "/org/perimeter/nlp/training/reader/authors/index.txt"));
        Path root = Path.of(folder.toURI()).resolve("../../..").normalize();
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files =
                    found.filter(file -> file.toString().matches(".*\\.(tsv|txt)"))
                            .sorted()
                            .toList();
        }
        return files.stream().flatMap(OrdinaryPostsStayTest::lines);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
