// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import java.util.List;

/**
 * One alert of the Common Alerting Protocol, as far as incidents need it; elements that are absent
 * are empty.
 *
 * @param sender who issued it
 * @param identifier its name, unique for its sender
 * @param sent when, as written
 * @param status {@code Actual}, {@code Exercise}, {@code Test}, {@code System} or {@code Draft}
 * @param type {@code Alert}, {@code Update}, {@code Cancel}, {@code Ack} or {@code Error}
 * @param references earlier messages, each {@code sender,identifier,sent}
 * @param incidents the sender's own names of the incident
 * @param infos what it says, once for each language
 */
record CapAlert(
        String sender,
        String identifier,
        String sent,
        String status,
        String type,
        List<String> references,
        List<String> incidents,
        List<CapInfo> infos) {

    CapAlert {
        references = List.copyOf(references);
        incidents = List.copyOf(incidents);
        infos = List.copyOf(infos);
    }

    /** What names it in the references of later messages. */
    String key() {
        return sender + "," + identifier;
    }
}
