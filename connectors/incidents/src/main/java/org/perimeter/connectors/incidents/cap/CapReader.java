// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.incidents.FeatureFields;
import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.connectors.spi.input.XmlText;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
     * @param contentType media type as its sender declares it, with the charset; empty when not
     * @param source id of where it comes from; becomes the first part of the incident's id
     * @param rulebook whose limits hold
     * @param history what earlier alerts said; remembers this one when it is accepted
     * @param clock the wall clock
     * @return what it does to incidents, mostly to one; or problems whose paths name elements of
     *     the alert
     */
    public static IncidentIntake read(
            byte[] xml,
            String contentType,
            String source,
            Rulebook rulebook,
            CapHistory history,
            Clock clock) {
        if (xml.length > MOST_BYTES) {
            return refuse("longer than " + MOST_BYTES + " bytes");
        }
        CapAlert alert;
        try {
            alert = CapXml.read(XmlText.decode(xml, contentType));
        } catch (UnreadableCapException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
        FeatureFields problems = new FeatureFields(0, JsonNodeFactory.instance.objectNode());
        List<IncidentStatement> statements =
                new CapMessage(problems, alert, source, history).read(rulebook, clock.instant());
        return new IncidentIntake(statements, problems.problems());
    }

    /** When a document says it was sent; null when it does not, or is too long to be an alert. */
    public static @Nullable Instant sent(byte[] xml) {
        try {
            return xml.length > MOST_BYTES
                    ? null
                    : WrittenTime.parseIso(CapXml.read(XmlText.decode(xml, "")).sent());
        } catch (UnreadableCapException e) {
            return null;
        }
    }

    private static IncidentIntake refuse(String message) {
        return new IncidentIntake(List.of(), List.of(new IncidentProblem(-1, "", message)));
    }
}
