// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.alerting.AlertEvidence;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.alerting.EvidenceReading;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings the alerts of an incident back from the store when the job started without its state, so
 * that their sequences go on and what was said still counts.
 */
final class AlertRecall implements AutoCloseable {

    private static final int MOST_ALERTS = 100;
    private static final int PAGE = 100;

    /** Until a rulebook is known, what a reading itself calls a finding counts. */
    private static final double A_FINDING = 0.5;

    private final Stores stores;
    private final ControlView control;

    AlertRecall(Stores stores, ControlView control) {
        this.stores = stores;
        this.control = control;
    }

    /**
     * What the store knows of an incident's alerts and of the posts that speak.
     *
     * @throws org.perimeter.connectors.spi.store.StoreException when the store does not answer
     */
    AlertMemory recall(String incidentId) {
        Rulebook rulebook = control.rulebook();
        double leastScore = rulebook == null ? A_FINDING : rulebook.value(RuleId.ALERT_SCORE);
        AlertMemory memory = AlertMemory.EMPTY;
        for (Alert alert : stores.alerts().list(incidentId, MOST_ALERTS)) {
            memory = memory.with(alert);
        }
        String after = null;
        do {
            Page<StoredPost> page =
                    stores.posts()
                            .search(
                                    new PostQuery(
                                            incidentId,
                                            "",
                                            List.of(),
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            after,
                                            PAGE));
            for (StoredPost post : page.items()) {
                AlertEvidence evidence = EvidenceReading.of(post, leastScore);
                memory = evidence == null ? memory : memory.with(evidence);
            }
            after = page.next();
        } while (after != null);
        return memory;
    }

    /**
     * The alerts that the store knows in a newer version than the memory: told after the checkpoint
     * that it is from. Going on from the older ones would write versions that the store takes for
     * stale.
     *
     * @throws org.perimeter.connectors.spi.store.StoreException when the store does not answer
     */
    List<Alert> newer(String incidentId, AlertMemory known) {
        List<Alert> newer = new ArrayList<>();
        for (Alert alert : stores.alerts().list(incidentId, MOST_ALERTS)) {
            Alert mine = known.find(alert.id());
            if (mine == null || mine.sequence() < alert.sequence()) {
                newer.add(alert);
            }
        }
        return newer;
    }

    @Override
    public void close() {
        stores.close();
    }
}
