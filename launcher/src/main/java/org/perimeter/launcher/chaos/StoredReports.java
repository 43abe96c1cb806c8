// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.model.post.StoredPost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks reports up in the store as the judge does: with the incident's key. */
final class StoredReports {

    private static final String NETWORK = "bluesky";
    private static final int MOST = 10_000;

    private final Stores stores;
    private final IncidentKeys keys;
    private final String incident;

    StoredReports(Stores stores, IncidentKeys keys, String incident) {
        this.stores = stores;
        this.keys = keys;
        this.incident = incident;
    }

    /** Whether it is stored; false when the store cannot say. */
    boolean holds(Chronicle.Report report) {
        try {
            return find(report).isPresent();
        } catch (StoreException e) {
            return false;
        }
    }

    /**
     * Counts what is right and what is not.
     *
     * @throws StoreException when the store cannot say
     */
    Truth compare(List<Chronicle.Report> reports) {
        stores.posts().refresh();
        int kept = 0;
        List<String> lost = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        List<String> risen = new ArrayList<>();
        for (Chronicle.Report report : reports) {
            Optional<StoredPost> stored = find(report);
            boolean right = stored.map(post -> post.text().equals(report.text())).orElse(false);
            if (stored.isPresent()) {
                kept++;
            }
            if (report.deleted() && stored.isPresent()) {
                risen.add(report.named());
            } else if (!report.deleted() && stored.isEmpty()) {
                lost.add(report.named());
            } else if (!report.deleted() && !right) {
                stale.add(report.named());
            }
        }
        int all = stores.posts().idsOfIncident(incident, MOST).size();
        return new Truth(reports.size(), kept, lost, stale, risen, all - kept);
    }

    /** Whether every audit entry has been taken up. */
    boolean isDrained() {
        try {
            return stores.ledgerInbox().waiting(1).isEmpty();
        } catch (StoreException e) {
            return false;
        }
    }

    private Optional<StoredPost> find(Chronicle.Report report) {
        IncidentKey key = keys.find(incident).orElse(null);
        return key == null
                ? Optional.empty()
                : stores.posts().find(key.documentId(NETWORK, report.postId()));
    }

    /**
     * What became of the reports.
     *
     * @param served how many there were
     * @param kept how many are stored, right or wrong
     * @param lost not stored although nobody deleted them
     * @param stale stored in an older version
     * @param risen stored although their author deleted them
     * @param extra documents of the incident that are none of them: doubled, or ordinary posts
     */
    record Truth(
            int served,
            int kept,
            List<String> lost,
            List<String> stale,
            List<String> risen,
            int extra) {

        boolean isWhole() {
            return lost.isEmpty() && stale.isEmpty() && risen.isEmpty() && extra == 0;
        }

        /** A line for each kind of wrong report, for people. */
        String wrong() {
            return "lost: " + lost + "; stale: " + stale + "; risen: " + risen;
        }
    }
}
