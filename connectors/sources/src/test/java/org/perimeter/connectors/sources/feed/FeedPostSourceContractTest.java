// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.testkit.source.PostFeed;
import org.perimeter.connectors.testkit.source.PostSourceContract;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

final class FeedPostSourceContractTest extends PostSourceContract {

    @Override
    protected PostFeed newFeed() {
        return new Paper();
    }

    /** A feed that lists the newest story first, as feeds do. */
    private static final class Paper implements PostFeed {

        private final FeedServer server = new FeedServer();
        private final List<String> items = new ArrayList<>();
        private int stories;

        @Override
        public void publish(int count) {
            for (int i = 0; i < count; i++) {
                items.add(0, Rss.item(++stories));
            }
            server.answer("/feed", 200, Rss.feed(items), "ETag", "\"" + items.size() + "\"");
        }

        @Override
        public void publishUnreadable(String content) {
            String nowhere = "<georss:point>95.0 " + content + "</georss:point>";
            items.add(0, Rss.item(0, content, nowhere));
            publish(0);
        }

        @Override
        public PostSource source() {
            return new FeedPostSource(
                    new FeedPostSourceFactory(
                            "paper", "web", server.url("/feed"), "a@b.invalid", 60_000, 60_000),
                    Clock.systemUTC());
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
