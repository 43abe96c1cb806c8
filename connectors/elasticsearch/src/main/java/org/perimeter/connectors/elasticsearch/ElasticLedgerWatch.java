// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.client.Elastic;
import org.perimeter.connectors.spi.store.LedgerWatch;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The watch over drafts on their way, as heartbeats. */
final class ElasticLedgerWatch implements LedgerWatch {

    private final RecordReader<Held> held;
    private final RecordReader<HandedIn> handedIn;
    private final SingleWriter writer;

    /**
     * What a holder holds.
     *
     * @param heldSince when the oldest draft was made; null for none
     */
    record Held(@Nullable Instant heldSince) {}

    /**
     * How far a producer is.
     *
     * @param sequence its last draft in the inbox
     */
    record HandedIn(long sequence) {}

    ElasticLedgerWatch(Elastic elastic, String heartbeats) {
        this.held = new RecordReader<>(elastic, heartbeats, Held.class);
        this.handedIn = new RecordReader<>(elastic, heartbeats, HandedIn.class);
        this.writer = new SingleWriter(elastic, heartbeats);
    }

    @Override
    public void holds(String holder, @Nullable Instant since) {
        writer.put(heldId(holder), new Held(since));
    }

    @Override
    public Optional<Instant> heldSince(String holder) {
        return held.find(heldId(holder)).stream()
                .flatMap(found -> Stream.ofNullable(found.heldSince()))
                .findFirst();
    }

    @Override
    public void handedIn(String producer, long sequence) {
        writer.put(handedInId(producer), new HandedIn(sequence));
    }

    @Override
    public long handedIn(String producer) {
        return handedIn.find(handedInId(producer)).map(HandedIn::sequence).orElse(0L);
    }

    private static String heldId(String holder) {
        return "held-" + holder;
    }

    private static String handedInId(String producer) {
        return "handed-in-" + producer;
    }
}
