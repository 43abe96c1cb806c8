// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class ScriptedPostSourceTest extends PostSourceContract {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    protected PostFeed newFeed() {
        return new ScriptFeed();
    }

    @Test
    void findsItsScriptAfterItsFactoryTravelled() throws IOException, ClassNotFoundException {
        // Given
        try (SourceScript script = SourceScript.open("scripted")) {
            script.deliver(post(1)).finish();
            PostSourceFactory travelled = travel(script.factory());

            // When
            SourceReader reader =
                    SourceReader.open(travelled.create(), SourceCursor.START).readUntil(1, 5);

            // Then
            assertThat(reader.postIds()).containsExactly("urn:example:post:1");
            assertThat(reader.finished()).isTrue();
            assertThat(script.openings()).containsExactly(SourceCursor.START);
        }
    }

    @Test
    void failsAndThrottlesOnceAndThenGoesOn() {
        // Given
        try (SourceScript script = SourceScript.open("scripted")) {
            script.deliver(post(1)).failOnce("down").throttleOnce(Duration.ofSeconds(3));
            PostSource source = script.factory().create();
            source.open(SourceCursor.START);

            // When
            List<FetchOutcome<PostEvent>> outcomes =
                    List.of(fetch(source), fetch(source), fetch(source));

            // Then
            assertThat(outcomes.get(0)).isEqualTo(new FetchOutcome.Failed<PostEvent>("down"));
            assertThat(outcomes.get(1))
                    .isEqualTo(new FetchOutcome.Throttled<PostEvent>(Duration.ofSeconds(3)));
            assertThat(outcomes.get(2)).isInstanceOf(FetchOutcome.Batch.class);
        }
    }

    @Test
    void refusesAScriptThatIsClosed() {
        // Given
        SourceScript script = SourceScript.open("scripted");
        PostSourceFactory factory = script.factory();
        script.close();

        // When
        assertThatIllegalStateException()
                .isThrownBy(factory::create)

                // Then
                .withMessageContaining("closed");
    }

    private static FetchOutcome<PostEvent> fetch(PostSource source) {
        return source.fetch(5, Duration.ZERO);
    }

    private static PostSourceFactory travel(PostSourceFactory factory)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(factory);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PostSourceFactory) in.readObject();
        }
    }

    private static PostEvent post(int number) {
        Instant at = NOON.plusSeconds(number);
        return PostEvent.upsert(
                new Post(
                        "urn:example:post:" + number,
                        "scripted",
                        "exercise",
                        "urn:example:author",
                        "text " + number,
                        List.of(),
                        List.of(),
                        at,
                        at,
                        null,
                        null,
                        false),
                number);
    }

    /** A script seen as a feed; the content of unreadable items never gets as far as a letter. */
    private static final class ScriptFeed implements PostFeed {

        private final SourceScript script = SourceScript.open("scripted");
        private int published;

        @Override
        public void publish(int posts) {
            for (int i = 0; i < posts; i++) {
                script.deliver(post(++published));
            }
        }

        @Override
        public void publishUnreadable(String content) {
            String reference = "item " + ++published;
            script.reject(
                    new DeadLetter(
                            "scripted/" + reference,
                            Stage.SOURCE,
                            DeadLetterReason.MALFORMED_JSON,
                            "scripted",
                            reference,
                            NOON));
        }

        @Override
        public PostSource source() {
            return new ScriptedPostSource(script);
        }

        @Override
        public void close() {
            script.close();
        }
    }
}
