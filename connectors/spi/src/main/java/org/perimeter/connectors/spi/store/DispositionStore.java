// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.alert.AlertDisposition;
import org.perimeter.policy.model.alert.RulePrecision;

import java.util.List;
import java.util.Map;

/**
 * What analysts made of alerts, one disposition for each alert: the newest. They name no person and
 * outlive their alerts, because they are what a rule is judged by.
 */
public interface DispositionStore {

    /** Keeps a disposition in place of an earlier one of its alert; visible at once. */
    void put(AlertDisposition disposition);

    /** The dispositions of an incident's alerts, newest first, at most {@code limit}. */
    List<AlertDisposition> list(String incidentId, int limit);

    /** Of each rule that was ever disposed of, how many of its alerts were useful. */
    Map<String, RulePrecision> precisions();
}
