// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostPlace;

import java.time.Instant;
import java.util.Objects;

final class NoteReaderTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    private final NoteReader reader = new NoteReader("push", "fediverse");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one</p><p>two<br/>three</p> | one^two^three",
                "one <b>b</b>\\n  two | one b two",
                "<ul><li>a</li><li>b</li></ul>c | a^b^c",
                "<a href='https://x.invalid'><span>x</span>.invalid</a> | x.invalid",
                "5 &lt; 6 &amp; 7 < 8 | 5 < 6 & 7 < 8",
                "a<script>alert(1)</script><style>b{}</style>c | ac",
                "<img src=x onerror=alert(1)>seen | seen",
                "e\\u0301 | \u00e9",
                "a\\ud800b | a\uFFFDb",
                "a\\u0000b\\u0007c | abc"
            })
    void turnsHtmlIntoText(String content, String expected) throws RefusedInput {
        // When
        Post post = read("\"content\":\"" + content + "\"");

        // Then
        assertThat(post.text()).isEqualTo(expected.replace('^', '\n'));
    }

    @Test
    void survivesHtmlThatIsNestedTenThousandDeep() throws RefusedInput {
        // Given
        String content = "<div>".repeat(10_000) + "deep";

        // When
        Post post = read("\"content\":\"" + content + "\"");

        // Then
        assertThat(post.text()).isEqualTo("deep");
    }

    @Test
    void keepsPlainTextAsItStands() throws RefusedInput {
        // When
        Post post = read("\"mediaType\":\"text/plain\",\"content\":\"a <b> c\\nd\"");

        // Then
        assertThat(post.text()).isEqualTo("a <b> c\nd");
    }

    @Test
    void readsTitleAndContentWarningBeforeTheContent() throws RefusedInput {
        // When
        Post post = read("\"name\":\"Title\",\"summary\":\"cw: fire\",\"content\":\"It burns\"");

        // Then
        assertThat(post.text()).isEqualTo("Title\ncw: fire\nIt burns");
    }

    @Test
    void fallsBackToATranslationAndKeepsOnlyRealLanguageTags() throws RefusedInput {
        // When
        Post post = read("\"contentMap\":{\"es-MX\":\"Humo\",\"not a tag\":\"x\"}");

        // Then
        assertThat(post.text()).isEqualTo("Humo");
        assertThat(post.languages()).containsExactly("es-MX");
    }

    @Test
    void takesAPictureWithoutWords() throws RefusedInput {
        // When
        Post post = read("\"attachment\":[{\"type\":\"Image\",\"url\":\"https://x.invalid/1\"}]");

        // Then
        assertThat(post.text()).isEmpty();
        assertThat(post.mediaDescriptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"javascript:alert(1)\"", "{\"href\":5}", "7", "\"https://a b\""})
    void keepsNoPermalinkThatIsNotOfTheWeb(String url) throws RefusedInput {
        // When
        Post post = read("\"content\":\"x\",\"url\":" + url);

        // Then
        assertThat(post.permalink()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"latitude\":1,\"longitude\":2 | 50",
                "\"latitude\":1,\"longitude\":2,\"radius\":30 | 30",
                "\"latitude\":1,\"longitude\":2,\"radius\":0 | 1",
                "\"latitude\":1,\"longitude\":2,\"radius\":2,\"units\":\"miles\" | 3218.688"
            })
    void readsASatelliteFix(String location, double radius) throws RefusedInput {
        // When
        Post post = read("\"content\":\"x\",\"location\":[{\"type\":\"Place\"," + location + "}]");

        // Then
        assertThat(post.place())
                .isEqualTo(new PostPlace(new GeoPoint(1, 2), radius, PlaceEvidence.GPS, null));
    }

    @Test
    void readsANamedPlaceAsATag() throws RefusedInput {
        // When
        Post post =
                read(
                        "\"content\":\"x\",\"location\":{\"name\":\"Pine"
                                + " Mall\",\"latitude\":1,\"longitude\":2}");

        // Then
        assertThat(post.place())
                .isEqualTo(
                        new PostPlace(
                                new GeoPoint(1, 2), 500, PlaceEvidence.PLACE_TAG, "Pine Mall"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"somewhere\"}",
                "{\"latitude\":0,\"longitude\":0}",
                "\"https://places.invalid/1\"",
                "null"
            })
    void readsNoPlaceWhereNoneIsKnown(String location) throws RefusedInput {
        // When
        Post post = read("\"content\":\"x\",\"location\":" + location);

        // Then
        assertThat(post.place()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"latitude\":null,\"longitude\":null",
                "\"latitude\":\"\",\"longitude\":\" \"",
                "\"latitude\":null",
                "\"name\":null,\"radius\":null"
            })
    void nothingIsNoCoordinate(String location) throws RefusedInput {
        // When
        Post post = read("\"content\":\"x\",\"location\":{" + location + "}");

        // Then
        assertThat(post.place()).isNull();
    }

    @Test
    void aNumberMayBeWrittenAsText() throws RefusedInput {
        // Given
        String location =
                "{\"latitude\":\"-45.87\",\"longitude\":\" 12 \",\"radius\":\"2\",\"units\":\"km\"}";

        // When
        Post post = read("\"content\":\"x\",\"location\":" + location);

        // Then
        assertThat(Objects.requireNonNull(post.place()).point())
                .isEqualTo(new GeoPoint(-45.87, 12));
        assertThat(post.place().radiusMeters()).isEqualTo(2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"latitude\":91,\"longitude\":2",
                "\"latitude\":1,\"longitude\":-181",
                "\"latitude\":1",
                "\"latitude\":\"one\",\"longitude\":\"2\"",
                "\"latitude\":true,\"longitude\":2",
                "\"latitude\":null,\"longitude\":2",
                "\"latitude\":1e999,\"longitude\":2",
                "\"latitude\":1,\"longitude\":2,\"radius\":-5",
                "\"latitude\":1,\"longitude\":2,\"radius\":1e999",
                "\"latitude\":1,\"longitude\":2,\"radius\":5,\"units\":\"furlongs\""
            })
    void refusesCoordinatesThatAreNotOnEarth(String location) {
        // When
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> read("\"content\":\"x\",\"location\":{" + location + "}"))

                // Then
                .extracting(RefusedInput::reason)
                .isEqualTo(DeadLetterReason.BAD_COORDINATES);
    }

    private Post read(String properties) throws RefusedInput {
        JsonNode note =
                BoundedJson.object("{\"type\":\"Note\",\"id\":\"urn:note:1\"," + properties + "}");
        return reader.read(note, "urn:actor", AT);
    }
}
