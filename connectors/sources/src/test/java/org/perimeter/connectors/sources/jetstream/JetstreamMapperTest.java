// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

final class JetstreamMapperTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String RECORD = "\"record\":{\"text\":\"smoke\"%s}";

    private final JetstreamMapper mapper = new JetstreamMapper("bluesky", "bluesky");

    @Test
    void readsAPost() {
        // Given
        String record =
                RECORD.formatted(
                        ",\"langs\":[\"en\",7,\"no tag\"],\"createdAt\":\"2024-11-24T08:59:00Z\"");

        // When
        PostEvent event = event(Events.commit(1, "create", record));

        // Then
        Post post = post(event);
        assertThat(event.version()).isEqualTo(Events.micros(1));
        assertThat(event.witnessedAt()).isEqualTo("2024-11-24T09:00:01Z");
        assertThat(post.id()).isEqualTo("at://did:plc:inventedauthor/app.bsky.feed.post/k1");
        assertThat(post.authorId()).isEqualTo(Events.DID);
        assertThat(post.permalink())
                .isEqualTo("https://bsky.app/profile/did:plc:inventedauthor/post/k1");
        assertThat(post.text()).isEqualTo("smoke");
        assertThat(post.languages()).containsExactly("en");
        assertThat(post.createdAt()).isEqualTo("2024-11-24T08:59:00Z");
        assertThat(post.place()).isNull();
    }

    @Test
    void takesAnUpdateOfAPostItNeverSawForTheWholePost() {
        // When
        PostEvent event = event(Events.commit(1, "update", RECORD.formatted("")));

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.UPSERT);
        assertThat(post(event).text()).isEqualTo("smoke");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"images\":[{\"alt\":\"a crater\"},{\"alt\":\"\"},{}]}",
                "{\"media\":{\"images\":[{\"alt\":\"a crater\"}]},\"record\":{}}",
                "{\"$type\":\"app.bsky.embed.video\",\"alt\":\"a crater\"}"
            })
    void readsTheDescriptionsOfMedia(String embed) {
        // When
        PostEvent event =
                event(Events.commit(1, "create", RECORD.formatted(",\"embed\":" + embed)));

        // Then
        assertThat(post(event).mediaDescriptions()).containsExactly("a crater");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 2024-11-17T09:00:01Z",
        "2099-01-01T00:00:00Z, 2024-11-24T09:00:01Z",
        "never, 2024-11-24T09:00:01Z"
    })
    void holdsTheAuthorsClockInCheck(String claimed, String expected) {
        // Given
        String record = RECORD.formatted(",\"createdAt\":\"" + claimed + "\"");

        // When
        PostEvent event = event(Events.commit(1, "create", record));

        // Then
        assertThat(post(event).createdAt()).isEqualTo(expected);
        assertThat(event.witnessedAt()).isEqualTo("2024-11-24T09:00:01Z");
    }

    @Test
    void neverWitnessesLaterThanNow() {
        // Given
        long inAYear = ChronoUnit.MICROS.between(Instant.EPOCH, NOW.plus(365, ChronoUnit.DAYS));
        String json = Events.post(1).replace(Long.toString(Events.micros(1)), "" + inAYear);

        // When
        PostEvent event = event(json);

        // Then
        assertThat(event.witnessedAt()).isEqualTo(NOW);
    }

    @Test
    @Control("RET-03")
    void readsADelete() {
        // When
        PostEvent event = event(Events.commit(1, "delete", ""));

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.DELETE);
        assertThat(event.postId()).isEqualTo("at://did:plc:inventedauthor/app.bsky.feed.post/k1");
        assertThat(event.authorId()).isEqualTo(Events.DID);
        assertThat(event.version()).isEqualTo(Events.micros(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"takendown", "suspended", "deleted", "deactivated"})
    @Control("RET-03")
    void readsTheEndOfAnAccountAsADeleteOfTheAuthor(String status) {
        // When
        PostEvent event = event(Events.account(1, false, status));

        // Then
        assertThat(event.operation()).isEqualTo(PostOperation.DELETE_AUTHOR);
        assertThat(event.authorId()).isEqualTo(Events.DID);
    }

    @ParameterizedTest
    @CsvSource({"false, desynchronized", "false, throttled", "true, deactivated", "true, ''"})
    void deletesNothingForTroublesOfAServerOrAnAccountThatCameBack(boolean active, String status) {
        // When
        Reading reading = map(Events.account(1, active, status));

        // Then
        assertThat(reading).isEqualTo(new Reading.Nothing());
    }

    @Test
    void ignoresNewHandlesAndOtherCollections() {
        // Given
        String like = Events.post(1).replace("\"collection\":\"app.bsky.feed.post\"", "\"c\":1");

        // When
        Reading identity = map(Events.event(1, "\"kind\":\"identity\",\"identity\":{}"));

        // Then
        assertThat(identity).isEqualTo(new Reading.Nothing());
        assertThat(map(like)).isEqualTo(new Reading.Nothing());
    }

    @Test
    @Control("COL-06")
    void honoursTheLabelForLoggedInPeopleWhereAPostCarriesIt() {
        // Given
        String labels = ",\"labels\":{\"values\":[{\"val\":\"!no-unauthenticated\"}]}";

        // When
        Reading reading = map(Events.commit(1, "create", RECORD.formatted(labels)));

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.NOT_PUBLIC));
    }

    @Test
    void repairsHalfAnEmojiAndNul() {
        // When
        PostEvent event = event(Events.post(1, "a\\ud83db\\u0000c \\ud83d\\ude92"));

        // Then
        assertThat(post(event).text()).isEqualTo("a\uFFFDbc \uD83D\uDE92");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"time_us\":5,\"kind\":\"identity\"} | MISSING_FIELD",
                "{\"did\":\"did:plc:a\",\"kind\":\"identity\"} | BAD_TIMESTAMP",
                "{\"did\":\"did:plc:a\",\"time_us\":-1,\"kind\":\"identity\"} | BAD_TIMESTAMP",
                "{\"did\":\"did:plc:a\",\"time_us\":1e30,\"kind\":\"identity\"} | BAD_TIMESTAMP",
                "{\"did\":\"did:plc:a\",\"time_us\":5,\"kind\":\"weather\"} | UNSUPPORTED_TYPE",
                "{\"did\":\"javascript:x\",\"time_us\":5,\"kind\":\"commit\"} | MISSING_FIELD"
            })
    void refusesWhatItCannotUse(String json, DeadLetterReason reason) {
        // When
        Reading reading = map(json);

        // Then
        assertThat(reading).isEqualTo(Reading.refused(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create | \"record\":{} | MISSING_FIELD",
                "create | \"record\":{\"text\":7} | MISSING_FIELD",
                "create | \"cid\":\"x\" | MISSING_FIELD",
                "create | \"record\":{\"$type\":\"a.b.c\",\"text\":\"\"} | UNSUPPORTED_TYPE",
                "rename | \"record\":{\"text\":\"\"} | UNSUPPORTED_TYPE"
            })
    void refusesARecordThatIsNoPost(String operation, String more, DeadLetterReason reason) {
        // When
        Reading reading = map(Events.commit(1, operation, more));

        // Then
        assertThat(reading).isEqualTo(Reading.refused(reason));
    }

    @Test
    void refusesATextFarBeyondTheLexicon() {
        // When
        Reading reading = map(Events.post(1, "x".repeat(40_000)));

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.TOO_LARGE));
    }

    private static Post post(PostEvent event) {
        return Objects.requireNonNull(event.post());
    }

    private PostEvent event(String json) {
        Reading reading = map(json);
        assertThat(reading).isInstanceOf(Reading.Event.class);
        return ((Reading.Event) reading).event();
    }

    private Reading map(String json) {
        try {
            return mapper.map(BoundedJson.object(json), NOW);
        } catch (RefusedInput e) {
            return Reading.refused(e.reason());
        }
    }
}
