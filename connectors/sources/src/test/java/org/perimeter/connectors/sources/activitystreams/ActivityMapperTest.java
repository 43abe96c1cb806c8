// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

final class ActivityMapperTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String WITNESSED = "2026-11-24T11:59:00Z";
    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    private final ActivityMapper mapper = new ActivityMapper("push", "fediverse");

    @Test
    void readsACreateWithAllThatMayBeCollected() {
        // Given
        String json =
                activity(
                        "Create",
                        """
                        {"type":"Note","id":"urn:note:1","attributedTo":"urn:user:a",
                         "content":"<p>Shots at Pine &amp; 5th</p><p>stay<br>away</p>",
                         "contentMap":{"en":"Shots"},"published":"2026-11-24T11:58:30+00:00",
                         "to":"as:Public","url":[{"type":"Link","href":"https://a.invalid/1"}],
                         "location":{"type":"Place","name":"Pine Mall","latitude":1.5,
                                     "longitude":-2.5,"radius":0.2,"units":"km"},
                         "attachment":{"type":"Image","name":"Police cars"}}""");

        // When
        PostEvent event = event(json);

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.UPSERT);
        assertThat(event.witnessedAt()).isEqualTo(WITNESSED);
        assertThat(event.version())
                .isEqualTo(Instant.parse(WITNESSED).getEpochSecond() * 1_000_000);
        Post post = event.post();
        assertThat(post).isNotNull();
        assertThat(post.id()).isEqualTo("urn:note:1");
        assertThat(post.source()).isEqualTo("push");
        assertThat(post.network()).isEqualTo("fediverse");
        assertThat(post.authorId()).isEqualTo("urn:user:a");
        assertThat(post.text()).isEqualTo("Shots at Pine & 5th\nstay\naway");
        assertThat(post.languages()).containsExactly("en");
        assertThat(post.mediaDescriptions()).containsExactly("Police cars");
        assertThat(post.createdAt()).isEqualTo("2026-11-24T11:58:30Z");
        assertThat(post.permalink()).isEqualTo("https://a.invalid/1");
        assertThat(post.place()).isNotNull();
        assertThat(post.place().radiusMeters()).isEqualTo(200);
        assertThat(post.repost()).isFalse();
    }

    @Test
    void readsABareNoteWitnessedWhenItWasPublished() {
        // When
        PostEvent event =
                event(note("\"published\":\"2026-11-24T10:00:00Z\",\"to\":[\"" + PUBLIC + "\"]"));

        // Then
        assertThat(event.witnessedAt()).isEqualTo("2026-11-24T10:00:00Z");
    }

    @Test
    void witnessesABareNoteWithoutATimeNow() {
        // When
        PostEvent event = event(note("\"to\":\"Public\""));

        // Then
        assertThat(event.witnessedAt()).isEqualTo(NOW);
    }

    @Test
    void givesAnEditedBareNoteAGreaterVersion() {
        // Given
        String published = "\"published\":\"2026-11-24T10:00:00Z\",\"to\":\"as:Public\"";

        // When
        PostEvent edited = event(note(published + ",\"updated\":\"2026-11-24T10:05:00Z\""));

        // Then
        assertThat(edited.version()).isGreaterThan(event(note(published)).version());
        assertThat(edited.witnessedAt()).isEqualTo("2026-11-24T10:05:00Z");
        assertThat(edited.post()).isNotNull();
        assertThat(edited.post().createdAt()).isEqualTo("2026-11-24T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 2026-11-17T11:59:00Z",
        "2099-01-01T00:00:00Z, 2026-11-24T11:59:00Z",
        "2026-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
        "yesterday, 2026-11-24T11:59:00Z",
        "-999999999-01-01T00:00:00Z, 2026-11-17T11:59:00Z"
    })
    void clampsTheAuthorsClockAndLeavesTheWitnessTime(String claimed, String expected) {
        // When
        PostEvent event =
                event(
                        activity(
                                "Create",
                                note("\"to\":\"as:Public\",\"published\":\"" + claimed + "\"")));

        // Then
        assertThat(event.post()).isNotNull();
        assertThat(event.post().createdAt()).isEqualTo(expected);
        assertThat(event.witnessedAt()).isEqualTo(WITNESSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"published\":\"gestern\"",
                "\"published\":true",
                "\"published\":{\"at\":1}",
                "\"updated\":\"soon\"",
                "\"published\":\"2026-02-30T10:00:00Z\""
            })
    void aTimeThatIsThereAndCannotBeReadIsNeverNow(String time) {
        // When
        Reading bare = map(note("\"to\":\"as:Public\"," + time));
        Reading wrapped =
                map(
                        "{\"type\":\"Create\",\"actor\":\"https://a.invalid/u\",\"object\":"
                                + note("\"to\":\"as:Public\"," + time)
                                + "}");

        // Then
        assertThat(bare).isEqualTo(Reading.refused(DeadLetterReason.BAD_TIMESTAMP));
        assertThat(wrapped).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"published\":\"Tue, 24 Nov 2026 05:00:00 EST\"', 2026-11-24T10:00:00Z",
        "'\"published\":1795514400', 2026-11-24T10:00:00Z",
        "'\"published\":null', 2026-11-24T12:00:00Z",
        "'\"published\":\"\"', 2026-11-24T12:00:00Z",
        "'\"published\":\"2026-11-24 10:00:00.123456789012Z\"', 2026-11-24T10:00:00.123456789Z"
    })
    void readsATimeInTheShapesThatPeopleWrite(String time, String expected) {
        // When
        PostEvent event = event(note("\"to\":\"as:Public\"," + time));

        // Then
        assertThat(event.witnessedAt()).isEqualTo(expected);
    }

    @Test
    void anOldNoteIsNotNewBecauseItComesInANewEnvelope() {
        // When
        PostEvent event =
                event(
                        "{\"type\":\"Create\",\"actor\":\"https://a.invalid/u\",\"object\":"
                                + note(
                                        "\"to\":\"as:Public\",\"published\":\"2026-10-01T10:00:00Z\"")
                                + "}");

        // Then
        assertThat(event.witnessedAt()).isEqualTo("2026-10-01T10:00:00Z");
    }

    @Test
    void neverWitnessesLaterThanNow() {
        // When
        PostEvent event =
                event(note("\"to\":\"as:Public\",\"published\":\"2099-01-01T00:00:00Z\""));

        // Then
        assertThat(event.witnessedAt()).isEqualTo(NOW);
    }

    @Test
    void holdsAnUpdateThatClaimsTheFutureBelowALaterDelete() {
        // Given
        String forged = note("\"to\":\"as:Public\",\"updated\":\"2099-01-01T00:00:00Z\"");
        PostEvent update = event(activity("Update", forged));

        // When
        PostEvent delete = event(activity("Delete", "\"urn:note:1\""));

        // Then
        assertThat(delete.version()).isGreaterThanOrEqualTo(update.version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":1",
                "\"to\":[]",
                "\"to\":\"urn:followers\"",
                "\"to\":[\"urn:followers\"],\"cc\":\"urn:other\"",
                "\"to\":{\"href\":\"as:Public\"}"
            })
    @Control("COL-06")
    void refusesWhatIsNotAddressedToThePublic(String audience) {
        // When
        Reading reading = map(activity("Create", note(audience)));

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.NOT_PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"to\":\"as:Public\"",
                "\"to\":[\"urn:followers\"],\"cc\":[\"Public\"]",
                "\"to\":[{\"id\":\"as:Public\"}]",
                "\"cc\":\"" + PUBLIC + "\""
            })
    void takesWhatIsAddressedToThePublic(String audience) {
        // When
        Reading reading = map(activity("Create", note(audience)));

        // Then
        assertThat(reading).isInstanceOf(Reading.Event.class);
    }

    @Test
    @Control("COL-06")
    void refusesAPrivateNoteInAPublicActivity() {
        // Given
        String json =
                activity("Create", note("\"to\":\"urn:followers\""))
                        .replace("\"actor\"", "\"to\":\"as:Public\",\"actor\"");

        // When
        Reading reading = map(json);

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.NOT_PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"urn:note:1\"",
                "{\"type\":\"Tombstone\",\"id\":\"urn:note:1\"}",
                "[{\"id\":\"urn:note:1\"}]"
            })
    @Control("RET-03")
    void readsADelete(String object) {
        // When
        PostEvent event = event(activity("Delete", object));

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.DELETE);
        assertThat(event.postId()).isEqualTo("urn:note:1");
        assertThat(event.authorId()).isEqualTo("urn:actor");
        assertThat(event.post()).isNull();
    }

    @Test
    void readsABareTombstoneAsADelete() {
        // When
        PostEvent event = event("{\"type\":\"Tombstone\",\"id\":\"urn:note:1\"}");

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.DELETE);
        assertThat(event.authorId()).isEmpty();
        assertThat(event.witnessedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"urn:actor\"", "{\"type\":\"Person\",\"id\":\"urn:actor\"}"})
    @Control("RET-03")
    void readsAnActorThatDeletesItselfAsTheEndOfTheAuthor(String object) {
        // When
        PostEvent event = event(activity("Delete", object));

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.DELETE_AUTHOR);
        assertThat(event.authorId()).isEqualTo("urn:actor");
    }

    @Test
    @Control("COL-07")
    void countsAnAnnounceAsARepostWithoutTextOrTheOriginalsId() {
        // Given
        String json =
                activity("Announce", "\"urn:note:1\"")
                        .replace("\"actor\"", "\"to\":\"as:Public\",\"actor\"");

        // When
        PostEvent event = event(json);

        // Then
        assertThat(event.post()).isNotNull();
        assertThat(event.post().repost()).isTrue();
        assertThat(event.post().text()).isEmpty();
        assertThat(event.postId()).isNotEqualTo("urn:note:1").contains("urn:note:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Like\",\"actor\":\"urn:a\",\"object\":\"urn:b\"} | UNSUPPORTED_TYPE",
                "{\"type\":\"Create\",\"actor\":\"urn:a\",\"object\":\"urn:b\"} | MISSING_FIELD",
                "{\"type\":\"Create\",\"actor\":\"urn:a\"} | MISSING_FIELD",
                "{\"type\":\"Delete\",\"actor\":\"urn:a\"} | MISSING_FIELD",
                "{\"type\":\"Delete\",\"object\":\"\"} | MISSING_FIELD",
                "{\"type\":\"Create\",\"object\":{\"type\":\"Person\"}} | UNSUPPORTED_TYPE",
                "{} | UNSUPPORTED_TYPE",
                "[] | MALFORMED_JSON",
                "null | MALFORMED_JSON",
                "{} {} | MALFORMED_JSON",
                "{\"type\":\"Note\",\"to\":\"urn:f\",\"to\":\"as:Public\"} | MALFORMED_JSON",
                "{\"type\":\"Tombstone\",\"id\":\"u\",\"published\":\"soon\"} | BAD_TIMESTAMP",
                "{\"type\":\"Tombstone\",\"id\":\"u\",\"published\":\"1969-01-01T00:00:00Z\"}"
                        + " | BAD_TIMESTAMP",
                "{\"type\":\"Note\",\"id\":\"u\",\"to\":\"as:Public\",\"content\":\"x\"}"
                        + " | MISSING_FIELD",
                "{\"type\":\"Note\",\"id\":\"u\",\"to\":\"as:Public\",\"attributedTo\":\"a\"}"
                        + " | MISSING_FIELD"
            })
    void refusesWhatItCannotUse(String json, DeadLetterReason reason) {
        // When
        Reading reading = map(json);

        // Then
        assertThat(reading).isEqualTo(Reading.refused(reason));
    }

    @Test
    void refusesAnIdThatIsNoKey() {
        // When
        Reading reading = map(note("\"to\":\"as:Public\"").replace("urn:note:1", "a\\ud800b"));

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.MISSING_FIELD));
    }

    @Test
    void refusesBrokenUtf8() {
        // Given
        byte[] json = note("\"to\":\"as:Public\"").getBytes(StandardCharsets.UTF_8);
        json[json.length - 4] = (byte) 0xFF;

        // When
        Reading reading = mapper.map(json, NOW);

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.MALFORMED_JSON));
    }

    @Test
    void refusesATowerOfBracketsAndAnEndlessText() {
        // Given
        String tower = "{\"type\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String endless = note("\"to\":\"as:Public\",\"name\":\"" + "x".repeat(300 * 1024) + "\"");
        String document = note("\"to\":\"as:Public\",\"name\":\"" + "x".repeat(40 * 1024) + "\"");

        // When
        Reading refused = Reading.refused(DeadLetterReason.TOO_LARGE);

        // Then
        assertThat(map(tower)).isEqualTo(refused);
        assertThat(map(endless)).isEqualTo(refused);
        assertThat(map(document)).isEqualTo(refused);
    }

    private PostEvent event(String json) {
        Reading reading = map(json);
        assertThat(reading).isInstanceOf(Reading.Event.class);
        return ((Reading.Event) reading).event();
    }

    private Reading map(String json) {
        return mapper.map(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String activity(String type, String object) {
        return """
        {"type":"%s","actor":"urn:actor","published":"%s","object":%s}"""
                .formatted(type, WITNESSED, object);
    }

    private static String note(String more) {
        return """
        {"type":["Note"],"id":"urn:note:1","attributedTo":[{"id":"urn:user:a"}],\
        "content":["smoke"],%s}"""
                .formatted(more);
    }
}
