// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.close;

import org.perimeter.nlp.close.CloseAnalyzer;
import org.perimeter.nlp.close.IncidentText;
import org.perimeter.nlp.close.ModelAudit;
import org.perimeter.policy.controls.Control;
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

    /**
     * {@inheritDoc}
     *
     * @throws ModelRefusedException when the model's audit forbids its use (control GOV-03)
     */
    @Override
    public CloseStation create() {
        CloseAnalyzer analyzer = CloseAnalyzer.shipped();
        if (!analyzer.reads()) {
            LOGGER.atWarn().log("no model of the close reading; the first reading stands");
            return CloseStation.NONE;
        }
        requireAudited(analyzer.model());
        analyzer.read(Analysis.empty("en"), WARM_UP);
        return new Station(analyzer);
    }

    /**
     * Refuses a model that its audit forbids (control GOV-03).
     *
     * @throws ModelRefusedException with the reason
     */
    @Control("GOV-03")
    private static void requireAudited(String model) {
        String objection = ModelAudit.shipped().objection(model);
        if (objection != null) {
            throw new ModelRefusedException(objection);
        }
    }

    @Override
    public String model() {
        return CloseAnalyzer.shipped().model();
    }

    private record Station(CloseAnalyzer analyzer) implements CloseStation {

        @Override
        public Analysis read(Post post, Analysis first, Incident incident) {
            try {
                return analyzer.judge(first, post.text(), text(incident));
            } catch (IllegalStateException e) {
                warn(incident, "a post could not be read closely; the first reading stands");
                return first;
            }
        }

        @Override
        public Analysis explain(Post post, Analysis first, Analysis read, Incident incident) {
            try {
                return analyzer.explain(first, read, post.text(), text(incident));
            } catch (IllegalStateException e) {
                warn(incident, "a finding could not be explained; it stands without reasons");
                return read;
            }
        }

        /** A dispatcher's title names the place. */
        private static IncidentText text(Incident incident) {
            return new IncidentText(incident.title(), incident.category(), "");
        }

        private static void warn(Incident incident, String what) {
            LOGGER.atWarn()
                    .addKeyValue("incident", incident.id())
                    .addKeyValue("stage", "close")
                    .log(what);
        }
    }
}
