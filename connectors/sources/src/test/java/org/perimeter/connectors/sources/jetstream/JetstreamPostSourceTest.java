// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import okhttp3.Dns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.source.JetstreamReplayServer;
import org.perimeter.connectors.testkit.source.SourceReader;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

final class JetstreamPostSourceTest {

    private final JetstreamReplayServer server = JetstreamReplayServer.start();
    private final List<PostSource> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(PostSource::close);
        server.close();
    }

    @Test
    void asksForPostsAndForWhatComesAfterItsCursor() {
        // Given
        publish(1, 3);
        SourceReader.open(source(), SourceCursor.START).readUntil(3, 9);

        // When
        SourceReader.open(source(), cursor(2)).readUntil(1, 9);

        // Then
        assertThat(server.subscriptions())
                .containsExactly(
                        "/subscribe?wantedCollections=app.bsky.feed.post",
                        "/subscribe?wantedCollections=app.bsky.feed.post&cursor="
                                + Events.micros(2));
    }

    @Test
    void losesAndDoublesNothingWhenConnectionsBreak() {
        // Given
        publish(1, 200);
        server.breakOnceAfter(77);
        PostSource source = source();
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(77, 10);
        reader.readUntil(200, 10);
        server.closeConnections();
        publish(201, 250);

        // When
        reader.readUntil(250, 10);

        // Then
        assertThat(reader.postIds())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 250)
                                .mapToObj(i -> "at://" + Events.DID + "/app.bsky.feed.post/k" + i)
                                .toList());
        assertThat(server.subscriptions()).hasSize(3);
        // The first break may come before the client has seen that the connection was open.
        assertThat(source.health().reconnects()).isBetween(1L, 2L);
        assertThat(source.health().gaps()).isZero();
    }

    @Test
    void countsAGapWhenTheServerClampsAnOldCursorSilently() {
        // Given
        publish(1, 3);
        int later = 37 * 3600;
        server.append(List.of(Events.post(later)));
        server.forgetBefore(Events.micros(3600));
        PostSource source = source();

        // When
        SourceReader reader = SourceReader.open(source, cursor(3)).readUntil(1, 9);

        // Then
        assertThat(reader.postIds()).hasSize(1).first().asString().endsWith("/k" + later);
        assertThat(source.health().gaps()).isEqualTo(1);
    }

    @Test
    void countsNoGapWhenTheStreamWasOnlyQuiet() {
        // Given
        publish(1, 3);
        server.append(List.of(Events.post(7200)));
        PostSource source = source();

        // When
        SourceReader.open(source, cursor(3)).readUntil(1, 9);

        // Then
        assertThat(source.health().gaps()).isZero();
    }

    @Test
    void isNotLedAstrayByAnEventFromTheFuture() {
        // Given
        String year2099 = Events.post(2).replace("" + Events.micros(2), "4070908800000000");
        String endOfTime = Events.post(3).replace("" + Events.micros(3), "9223372036854775807");
        server.append(List.of(Events.post(1), year2099, endOfTime));
        SourceReader first = SourceReader.open(source(), SourceCursor.START).readUntil(3, 9);
        publish(4, 4);

        // When
        SourceReader second = SourceReader.open(source(), first.cursor()).readUntil(3, 9);

        // Then
        assertThat(first.rejected())
                .extracting(DeadLetter::reason)
                .containsOnly(DeadLetterReason.BAD_TIMESTAMP)
                .hasSize(2);
        assertThat(first.cursor()).isEqualTo(cursor(1));
        assertThat(second.postIds()).hasSize(1).first().asString().endsWith("/k4");
    }

    @Test
    void joinsFragmentsThatCutCharactersInTwo() {
        // Given
        server.fragment(7);
        server.append(List.of(Events.post(1, "fire \uD83D\uDD25 in the caf\u00e9")));

        // When
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(1, 9);

        // Then
        assertThat(Objects.requireNonNull(reader.events().get(0).post()).text())
                .isEqualTo("fire \uD83D\uDD25 in the caf\u00e9");
    }

    @Test
    void dropsAFrameOfFiveMegabytesAndGoesOn() {
        // Given
        server.append(
                List.of(Events.post(1), Events.post(2, "x".repeat(5_000_000)), Events.post(3)));

        // When
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(3, 9);

        // Then
        assertThat(reader.postIds()).hasSize(2);
        assertThat(reader.rejected())
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetterReason.TOO_LARGE);
    }

    @Test
    void deliversTheDeleteOfAPostBeforeItsReplayedCreate() {
        // Given
        server.append(
                List.of(
                        Events.commit(5, "delete", ""),
                        Events.post(5)
                                .replace("" + Events.micros(5), "" + (Events.micros(5) - 1))));

        // When
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(2, 9);

        // Then
        PostEvent delete = reader.events().get(0);
        PostEvent create = reader.events().get(1);
        assertThat(delete.operation()).isEqualTo(PostOperation.DELETE);
        assertThat(create.postId()).isEqualTo(delete.postId());
        assertThat(delete.version()).isGreaterThan(create.version());
    }

    @Test
    void deliversDeactivationOnceAndThePostsOfTheAccountThatCameBack() {
        // Given
        server.append(
                List.of(
                        Events.post(1),
                        Events.account(2, false, "deactivated"),
                        Events.account(3, true, ""),
                        Events.post(4)));

        // When
        SourceReader reader = SourceReader.open(source(), SourceCursor.START).readUntil(3, 9);

        // Then
        assertThat(reader.events())
                .extracting(PostEvent::operation)
                .containsExactly(
                        PostOperation.UPSERT, PostOperation.DELETE_AUTHOR, PostOperation.UPSERT);
        assertThat(reader.events().get(2).version())
                .isGreaterThan(reader.events().get(1).version());
    }

    @Test
    void connectsAgainWhenTheServerFellSilent() {
        // Given
        server.ignorePings();
        publish(1, 1);
        PostSource source = source(200);
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(1, 9);

        // When
        fetchUntilReconnected(source, reader);

        // Then
        assertThat(source.health().reconnects()).isEqualTo(1);
        publish(2, 2);
        assertThat(reader.readUntil(2, 9).postIds()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void staysConnectedToAQuietServerThatAnswersPings() {
        // Given
        publish(1, 1);
        PostSource source = source(200);
        SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(1, 9);

        // When
        for (int i = 0; i < 20; i++) {
            reader.fetch(9, Duration.ofMillis(30));
        }

        // Then
        assertThat(source.health().reconnects()).isZero();
        assertThat(source.health().connected()).isTrue();
    }

    @Test
    void saysThatItFailedWhenNobodyListensAndWaitsBeforeTryingAgain() {
        // Given
        String url = server.url();
        server.close();
        PostSource source = new JetstreamPostSourceFactory("bluesky", "bluesky", url).create();
        source.open(SourceCursor.START);
        opened.add(source);

        // When
        FetchOutcome<PostEvent> first = source.fetch(1, Duration.ofSeconds(10));
        FetchOutcome<PostEvent> second = source.fetch(1, Duration.ofMillis(20));

        // Then
        assertThat(first).isInstanceOf(FetchOutcome.Failed.class);
        assertThat(second).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(source.health().connected()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://stream.invalid/subscribe",
                "wss://10.0.0.1/subscribe",
                "wss://[::ffff:127.0.0.1]/subscribe",
                "wss://2130706433/subscribe"
            })
    void connectsToNoAddressThatLeadsIntoThisMachineOrItsNetworks(String url) {
        // Given
        PostSource source =
                new JetstreamPostSource(
                        new JetstreamPostSourceFactory("bluesky", "bluesky", url),
                        Clock.systemUTC(),
                        new ReconnectPause(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                        name -> List.of(InetAddress.getLoopbackAddress()));
        source.open(SourceCursor.START);
        opened.add(source);

        // When
        FetchOutcome<PostEvent> outcome = source.fetch(1, Duration.ofSeconds(10));

        // Then
        assertThat(outcome)
                .isEqualTo(new FetchOutcome.Failed<>("cannot connect: AddressRefusedException"));
    }

    @Test
    void refusesTheCursorOfAnotherKindOfSource() {
        // Given
        PostSource source = source();

        // When
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.open(new SourceCursor("line 7")))

                // Then
                .withMessageContaining("cursor");
    }

    private void fetchUntilReconnected(PostSource source, SourceReader reader) {
        for (int i = 0; i < 200 && source.health().reconnects() == 0; i++) {
            reader.fetch(9, Duration.ofMillis(50));
        }
    }

    private void publish(int from, int to) {
        server.append(IntStream.rangeClosed(from, to).mapToObj(Events::post).toList());
    }

    private static SourceCursor cursor(int number) {
        return new JetstreamCursor(Events.micros(number), 1).written();
    }

    private PostSource source() {
        return source(JetstreamPostSourceFactory.IDLE_MILLIS);
    }

    private PostSource source(long idleMillis) {
        JetstreamPostSourceFactory settings =
                new JetstreamPostSourceFactory(
                        "bluesky",
                        "bluesky",
                        server.url(),
                        idleMillis,
                        JetstreamPostSourceFactory.GAP_MILLIS,
                        JetstreamPostSourceFactory.MAX_FRAME_CHARS);
        PostSource source =
                new JetstreamPostSource(
                        settings,
                        Clock.systemUTC(),
                        new ReconnectPause(Duration.ofMillis(20), Duration.ofMillis(100)),
                        Dns.SYSTEM);
        opened.add(source);
        return source;
    }
}
