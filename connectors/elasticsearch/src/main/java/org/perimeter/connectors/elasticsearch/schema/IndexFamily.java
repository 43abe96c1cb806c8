// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import java.util.Locale;

/** The families of indices; all indices of a family have one mapping and one alias. */
public enum IndexFamily {
    POSTS(true),
    IDENTITIES(true),
    INCIDENTS(false),
    ALERTS(false),
    DISPOSITIONS(false),
    DEAD_LETTERS(false),
    RULEBOOKS(false),
    INBOX(false),
    HEARTBEATS(false),
    TALLIES(false),
    OUTBOX(false),
    WEBHOOKS(false),
    ERASURES(false);

    private final boolean sliced;

    IndexFamily(boolean sliced) {
        this.sliced = sliced;
    }

    /** Whether it has one index per retention class and delete-by day, or a single one. */
    public boolean isSliced() {
        return sliced;
    }

    /** As it stands in names of indices and files. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
