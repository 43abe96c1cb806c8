// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

/**
 * What a conditional request needs to know.
 *
 * @param url where the feed is now
 * @param etag of what was read last; empty when unknown
 * @param modified its date, as the server wrote it; empty when unknown
 */
record FeedState(String url, String etag, String modified) {

    private static final int LONGEST = 300;

    /** Validators that are too long to keep are forgotten; the next request then asks for all. */
    FeedState {
        etag = etag.length() > LONGEST ? "" : etag;
        modified = modified.length() > LONGEST ? "" : modified;
    }

    static FeedState of(String url) {
        return new FeedState(url, "", "");
    }
}
