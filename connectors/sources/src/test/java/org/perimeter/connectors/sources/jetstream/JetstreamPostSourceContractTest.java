// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.testkit.source.JetstreamReplayServer;
import org.perimeter.connectors.testkit.source.PostFeed;
import org.perimeter.connectors.testkit.source.PostSourceContract;

import java.util.List;

final class JetstreamPostSourceContractTest extends PostSourceContract {

    @Override
    protected PostFeed newFeed() {
        return new JetstreamFeed();
    }

    private static final class JetstreamFeed implements PostFeed {

        private final JetstreamReplayServer server = JetstreamReplayServer.start();
        private int published;

        @Override
        public void publish(int posts) {
            for (int i = 0; i < posts; i++) {
                server.append(List.of(Events.post(++published)));
            }
        }

        @Override
        public void publishUnreadable(String content) {
            server.append(List.of("{\"kind\":\"commit\",\"text\":\"" + content));
        }

        @Override
        public PostSource source() {
            return new JetstreamPostSourceFactory("bluesky", "bluesky", server.url()).create();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
