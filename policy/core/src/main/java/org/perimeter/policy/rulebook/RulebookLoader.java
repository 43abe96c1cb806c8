// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.entry.Rule;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.yaml.YamlProblem;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a signed rulebook may govern: readable, complete, signed by agency and board over
 * exactly these rules, in effect and not lapsed (control GOV-01).
 */
public final class RulebookLoader {

    private final TrustKeys trust;
    private final boolean loopbackOnly;

    /**
     * @param trust whose signatures count
     * @param loopbackOnly whether the console can be reached from this machine only; a demo's
     *     signatures count nowhere else
     */
    public RulebookLoader(TrustKeys trust, boolean loopbackOnly) {
        this.trust = trust;
        this.loopbackOnly = loopbackOnly;
    }

    /** Checks everything anew; nothing is taken from the record but its text and signatures. */
    @Control("GOV-01")
    public RulebookCheck load(SignedRulebook signed, Instant now) {
        RulebookDraft draft = RulebookDraft.parse(signed.yaml());
        if (draft.rulebook().isEmpty()) {
            return new RulebookCheck.Invalid(ReasonCode.NO_RULEBOOK, draft.problems());
        }
        List<YamlProblem> unsigned = signatureProblems(signed, draft.hash());
        if (!unsigned.isEmpty()) {
            return new RulebookCheck.Invalid(ReasonCode.RULEBOOK_UNSIGNED, unsigned);
        }
        return inForce(draft.rulebook().get(), now);
    }

    /** Names of the keys that have signed every rulebook that this finds valid. */
    public List<String> signers() {
        return List.of(trust.agency().name(), trust.board().name());
    }

    private static RulebookCheck inForce(Rulebook rulebook, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (today.isBefore(rulebook.head().effective())) {
            String message = "comes into effect on " + rulebook.head().effective();
            return new RulebookCheck.Invalid(
                    ReasonCode.NO_RULEBOOK, List.of(new YamlProblem("effective", message)));
        }
        List<YamlProblem> lapsed = new ArrayList<>();
        if (today.isAfter(rulebook.head().sunset())) {
            lapsed.add(new YamlProblem("sunset", lapsedOn(rulebook.head().sunset())));
        }
        List<Rule> rules = rulebook.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (today.isAfter(rules.get(i).sunset())) {
                String message = rules.get(i).id() + " " + lapsedOn(rules.get(i).sunset());
                lapsed.add(new YamlProblem("rules[" + i + "].sunset", message));
            }
        }
        return lapsed.isEmpty()
                ? new RulebookCheck.Valid(rulebook)
                : new RulebookCheck.Invalid(ReasonCode.RULEBOOK_EXPIRED, lapsed);
    }

    private List<YamlProblem> signatureProblems(SignedRulebook signed, String hash) {
        if (!hash.equals(signed.hash())) {
            return List.of(problem("the stated hash is not the hash of these rules"));
        }
        if (trust.isDemo() && !loopbackOnly) {
            return List.of(problem("demo keys govern only a console bound to this machine"));
        }
        if (signed.signatures().isBlank()) {
            return List.of(problem("nobody has signed the rulebook"));
        }
        SignedNote note;
        try {
            note = SignedNote.parse(signed.signatures().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedLogException e) {
            return List.of(problem("not a signed note: " + e.getMessage()));
        }
        if (!note.text().equals(RulebookSigner.text(hash))) {
            return List.of(problem("the signatures are over other rules than these"));
        }
        List<YamlProblem> problems = new ArrayList<>();
        require(note, trust.agency(), "agency", problems);
        require(note, trust.board(), "board", problems);
        return problems;
    }

    private static void require(
            SignedNote note, VerifierKey key, String who, List<YamlProblem> problems) {
        if (!note.isSignedBy(key)) {
            problems.add(problem("no valid signature of the " + who + " (" + key.name() + ")"));
        }
    }

    private static String lapsedOn(LocalDate sunset) {
        return "lapsed at the end of " + sunset;
    }

    private static YamlProblem problem(String message) {
        return new YamlProblem(RulebookFolder.SIGNATURES, message);
    }
}
