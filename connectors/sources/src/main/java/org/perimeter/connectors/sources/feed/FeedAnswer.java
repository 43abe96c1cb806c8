// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.time.Duration;

/** What a feed's server answered. */
sealed interface FeedAnswer {

    /** The feed. */
    final class Document implements FeedAnswer {

        private final byte[] bytes;
        private final String contentType;
        private final FeedState state;

        Document(byte[] bytes, String contentType, FeedState state) {
            this.bytes = bytes;
            this.contentType = contentType;
            this.state = state;
        }

        /** Its bytes, decompressed. */
        byte[] bytes() {
            return bytes;
        }

        /** As declared; empty when not. */
        String contentType() {
            return contentType;
        }

        /** What the next request needs to know. */
        FeedState state() {
            return state;
        }
    }

    /** It is as it was. */
    record Unchanged() implements FeedAnswer {}

    /** It will never be there again. */
    record Gone() implements FeedAnswer {}

    /**
     * The server is busy.
     *
     * @param pause how long it asks to wait
     */
    record Busy(Duration pause) implements FeedAnswer {}

    /**
     * It could not be had.
     *
     * @param reason for people, without anything that the server sent
     */
    record Failure(String reason) implements FeedAnswer {}
}
