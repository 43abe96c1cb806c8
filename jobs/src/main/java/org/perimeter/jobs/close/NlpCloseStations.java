// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.close;

import org.perimeter.nlp.close.CloseAnalyzer;
import org.perimeter.nlp.close.IncidentText;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stations that read with the model which this build ships, loaded once for a process. */
public final class NlpCloseStations implements CloseStationFactory {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(NlpCloseStations.class);

    /** Takes the model through its steps once, so that the first post does not pay for it. */
    private static final String WARM_UP = "just heard shots, everybody is running";

    @Override
    public CloseStation create() {
        CloseAnalyzer analyzer = CloseAnalyzer.shipped();
        if (!analyzer.reads()) {
            LOGGER.atWarn().log("no model of the close reading; the first reading stands");
            return CloseStation.NONE;
        }
        analyzer.read(Analysis.empty("en"), WARM_UP);
        return (post, first, incident) -> read(analyzer, post, first, incident);
    }

    private static Analysis read(
            CloseAnalyzer analyzer, Post post, Analysis first, Incident incident) {
        try {
            return analyzer.read(
                    first,
                    post.text(),
                    // A dispatcher's title names the place.
                    new IncidentText(incident.title(), incident.category(), ""));
        } catch (IllegalStateException e) {
            LOGGER.atWarn()
                    .addKeyValue("incident", incident.id())
                    .addKeyValue("stage", "close")
                    .log("a post could not be read closely; the first reading stands");
            return first;
        }
    }
}
