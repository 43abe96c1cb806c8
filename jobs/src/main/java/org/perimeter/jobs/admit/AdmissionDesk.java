// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.GoneAuthors;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.alerting.AlertEvidence;
import org.perimeter.policy.alerting.EvidenceReading;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.Admission;
import org.perimeter.policy.rules.AdmissionGate;
import org.perimeter.policy.rules.AdmissionInput;
import org.perimeter.policy.rules.Admitted;

import java.time.Instant;

/** Judges and withdraws posts for the incident that is current. */
final class AdmissionDesk {

    private final ControlView control;
    private final CloseStation closely;
    private final Rivals rivals;
    private final Keyring keyring;
    private final HeldPosts held;
    private final AdmissionNotes notes;
    private final Tally tally;
    private final GoneAuthors goneAuthors = new GoneAuthors();

    AdmissionDesk(
            ControlView control,
            CloseStation closely,
            Keyring keyring,
            HeldPosts held,
            AdmissionNotes notes,
            Tally tally) {
        this.control = control;
        this.closely = closely;
        this.rivals = new Rivals(control, closely);
        this.keyring = keyring;
        this.held = held;
        this.notes = notes;
        this.tally = tally;
    }

    /**
     * Does what a candidate asks for.
     *
     * @param now wall clock
     */
    void serve(Candidate candidate, Instant now, DeskOutput out) throws Exception {
        recall(candidate.incidentId(), out);
        switch (candidate.kind()) {
            case MATCHED -> judge(candidate, now, out);
            case WITHDRAW_POST -> withdrawPost(candidate, out);
            case WITHDRAW_AUTHOR -> withdrawAuthor(candidate, out);
        }
    }

    /** Makes the incident's posts known; what only the store remembered is told as if new. */
    void recall(String incidentId, DeskOutput out) throws Exception {
        for (StoredPost post : held.load(incidentId)) {
            notes.stored(post.id());
            tally.add("recovered");
            Rulebook rulebook = control.rulebook();
            AlertEvidence evidence =
                    rulebook == null
                            ? null
                            : EvidenceReading.of(post, rulebook.value(RuleId.ALERT_SCORE));
            if (evidence != null) {
                out.signals().accept(AlertSignal.of(incidentId, evidence));
            }
        }
    }

    /** An account was deleted: what is still on its way of it must not be admitted either. */
    void authorGone(PostEvent delete, Instant now) {
        goneAuthors.add(delete, now);
    }

    private void judge(Candidate candidate, Instant now, DeskOutput out) throws Exception {
        PostEvent event = candidate.event();
        if (goneAuthors.covers(event)) {
            return;
        }
        IncidentKey key = keyring.openOrCreate(candidate.incidentId());
        String documentId = key.documentId(event.network(), event.postId());
        AdmittedPost before = held.find(documentId);
        // What the store alone remembered is judged again, but told to the ledger once.
        boolean recovered = held.isRecovered(documentId, event.version());
        if (before != null && before.version() >= event.version() && !recovered) {
            return;
        }
        AdmissionInput unread = input(candidate, before, now);
        PolicyDecision refused = unread == null ? null : AdmissionGate.refuseUnread(unread);
        if (unread == null || refused != null) {
            decided(candidate, documentId, refused == null ? noRulebook() : refused, now, out);
            erase(candidate.incidentId(), documentId, event.version(), out);
            return;
        }
        AdmissionInput input = readClosely(unread);
        PolicyDecision decision = decide(candidate, input);
        decided(candidate, documentId, decision, now, out);
        if (!decision.allows()) {
            erase(candidate.incidentId(), documentId, event.version(), out);
            return;
        }
        AdmissionInput explained = explained(unread, input);
        Admitted admitted = Admission.of(explained, decision, key, event.version());
        Admitted kept = before == null ? admitted : Days.keep(admitted, before.deleteByDay());
        out.writes().accept(PostWrite.upsert(kept.post(), kept.identity()));
        AlertEvidence evidence =
                EvidenceReading.of(
                        kept.post(),
                        input.post().witnessedAt(),
                        input.rulebook().value(RuleId.ALERT_SCORE));
        held.put(documentId, AdmittedPost.of(kept.post(), evidence != null));
        if (!recovered) {
            notes.stored(documentId);
        }
        tally.add("rewound", waited(candidate) && (before == null || recovered) ? 1 : 0);
        if (evidence != null) {
            out.signals().accept(AlertSignal.of(candidate.incidentId(), evidence));
        } else if (before != null) {
            unsay(candidate.incidentId(), documentId, before, out);
        }
    }

    private void decided(
            Candidate candidate,
            String documentId,
            PolicyDecision decision,
            Instant now,
            DeskOutput out)
            throws Exception {
        tally.decided("admission", decision);
        notes.decided(decision, waited(candidate));
        if (decision.reason() == ReasonCode.DECISION_ERROR) {
            out.deadLetters().accept(undecided(documentId, candidate.event(), now));
        }
    }

    private static boolean waited(Candidate candidate) {
        return candidate.match() != null && candidate.match().rewound();
    }

    /** Only what would be kept is read beside other incidents too: few posts lie in two fences. */
    private PolicyDecision decide(Candidate candidate, AdmissionInput input) {
        PolicyDecision alone = AdmissionGate.decide(input);
        Double rival = alone.allows() ? rivals.strongest(candidate) : null;
        return rival == null ? alone : AdmissionGate.decide(input.beside(rival));
    }

    private AdmissionInput readClosely(AdmissionInput input) {
        Analysis read = closely.read(input.post(), input.analysis(), input.incident());
        tally.add(read.close() == null ? "readOnce" : "readClosely");
        return input.read(read);
    }

    /** Only what is kept needs reasons. */
    private AdmissionInput explained(AdmissionInput unread, AdmissionInput read) {
        return read.read(
                closely.explain(read.post(), unread.analysis(), read.analysis(), read.incident()));
    }

    /** As the first reading left it; null when what governs is not known. */
    private @Nullable AdmissionInput input(
            Candidate candidate, @Nullable AdmittedPost before, Instant now) throws Exception {
        Post post = candidate.event().post();
        Analysis analysis = candidate.analysis();
        Match match = candidate.match();
        Rulebook rulebook = control.rulebook();
        // The newer of the two: the control stream may be ahead of the match, or behind it.
        Incident known = control.incident(candidate.incidentId());
        Incident seen = candidate.incident();
        Incident incident =
                known != null && (seen == null || known.version() > seen.version()) ? known : seen;
        if (post == null
                || analysis == null
                || match == null
                || rulebook == null
                || incident == null) {
            return null;
        }
        long others = held.admitted() - (before == null ? 0 : 1);
        return new AdmissionInput(post, analysis, match, incident, null, others, rulebook, now);
    }

    private PolicyDecision noRulebook() {
        ReasonCode reason = control.rulebookStatus();
        return new PolicyDecision(
                Outcome.DROP,
                RuleId.INCIDENT_ONLY,
                reason == ReasonCode.ALLOWED ? ReasonCode.NO_RULEBOOK : reason,
                "");
    }

    private static void unsay(
            String incidentId, String documentId, AdmittedPost before, DeskOutput out) {
        if (before.speaks()) {
            out.signals().accept(AlertSignal.withdraw(incidentId, documentId));
        }
    }

    @Control("RET-03")
    private void withdrawPost(Candidate candidate, DeskOutput out) throws Exception {
        PostEvent event = candidate.event();
        IncidentKey key = keyring.find(candidate.incidentId()).orElse(null);
        if (key != null) {
            String documentId = key.documentId(event.network(), event.postId());
            erase(candidate.incidentId(), documentId, event.version(), out);
        }
    }

    @Control("RET-03")
    private void withdrawAuthor(Candidate candidate, DeskOutput out) throws Exception {
        PostEvent event = candidate.event();
        IncidentKey key = keyring.find(candidate.incidentId()).orElse(null);
        if (key != null) {
            String pseudonym = key.author(event.network(), event.authorId());
            for (String documentId : held.ofAuthor(pseudonym)) {
                erase(candidate.incidentId(), documentId, event.version(), out);
            }
        }
    }

    private void erase(String incidentId, String documentId, long version, DeskOutput out)
            throws Exception {
        AdmittedPost before = held.find(documentId);
        if (before == null) {
            return;
        }
        out.writes().accept(PostWrite.erase(documentId, version));
        unsay(incidentId, documentId, before, out);
        held.remove(documentId);
        notes.erased(documentId);
        tally.add("erased");
    }

    private static DeadLetter undecided(String documentId, PostEvent event, Instant now) {
        return new DeadLetter(
                Stage.ADMIT + ":" + documentId,
                Stage.ADMIT,
                DeadLetterReason.DECISION_FAILED,
                event.source(),
                documentId,
                now);
    }
}
