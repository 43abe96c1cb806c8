// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.perimeter.connectors.incidents.FeatureFields;
import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads incidents from alerts of the Common Alerting Protocol 1.2 (OASIS): one document, one alert,
 * one incident.
 */
public final class CapReader {

    /** Media type of such a document. */
    public static final String MEDIA_TYPE = "application/cap+xml";

    private static final int MOST_BYTES = 1_000_000;

    private CapReader() {}

    /**
     * Reads a document.
     *
     * @param xml at most 1 MB; a document type declaration is refused
     * @param source id of where it comes from; becomes the first part of the incident's id
     * @param rulebook whose limits hold
     * @param history what earlier alerts said; remembers this one when it is accepted
     * @param clock the wall clock
     * @return one incident, or problems whose paths name elements of the alert
     */
    public static IncidentIntake read(
            byte[] xml, String source, Rulebook rulebook, CapHistory history, Clock clock) {
        if (xml.length > MOST_BYTES) {
            return refuse("longer than " + MOST_BYTES + " bytes");
        }
        CapAlert alert;
        try {
            alert = CapXml.read(xml);
        } catch (UnreadableCapException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
        FeatureFields problems = new FeatureFields(0, JsonNodeFactory.instance.objectNode());
        Optional<Incident> incident =
                new CapMessage(problems, alert, source, history).read(rulebook, clock.instant());
        return new IncidentIntake(incident.stream().toList(), problems.problems());
    }

    private static IncidentIntake refuse(String message) {
        return new IncidentIntake(List.of(), List.of(new IncidentProblem(-1, "", message)));
    }
}
