// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.perimeter.connectors.spi.source.PostSourceFactory;

/** Recipe of a {@link PostPoller} over one configured post source. */
public final class PostPollerFactory implements PollerFactory<Fetched> {

    private static final long serialVersionUID = 1L;

    private final PostSourceFactory sources;

    public PostPollerFactory(PostSourceFactory sources) {
        this.sources = sources;
    }

    @Override
    public String id() {
        return sources.id();
    }

    @Override
    public Poller<Fetched> create(String cursor) {
        return new PostPoller(sources, cursor);
    }
}
