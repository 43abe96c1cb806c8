// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;

/** The shipped rulebook, in force all through 2027, with signers made on the spot. */
public final class RulebookFixture {

    /** First day of the fixture's rulebook. */
    public static final LocalDate EFFECTIVE = LocalDate.parse("2027-01-01");

    /** A moment in the middle of its life. */
    public static final Instant NOON = Instant.parse("2027-03-10T12:00:00Z");

    private final NoteSigner agency = signer("rtcc.example.org/agency");
    private final NoteSigner board = signer("rtcc.example.org/board");

    /** The shipped rulebook's text. */
    public static String yaml() {
        return RulebookTemplate.render("Example City RTCC", EFFECTIVE);
    }

    /** The shipped rulebook. */
    public static Rulebook rulebook() {
        return rulebook(yaml());
    }

    /** The shipped rulebook with one number changed. */
    public static Rulebook withValue(String ruleId, String value) {
        return rulebook(yamlWithValue(ruleId, value));
    }

    /** The shipped rulebook's text with one number changed. */
    public static String yamlWithValue(String ruleId, String value) {
        String head = "  - id: " + ruleId + "\n";
        String yaml = yaml();
        int rule = yaml.indexOf(head);
        int from = yaml.indexOf("    value: ", rule) + "    value: ".length();
        return yaml.substring(0, from) + value + yaml.substring(yaml.indexOf('\n', from));
    }

    /** The shipped rulebook without one of its rules. */
    public static Rulebook withoutRule(String ruleId) {
        String yaml = yaml();
        int from = yaml.indexOf("  - id: " + ruleId + "\n");
        int next = yaml.indexOf("  - id: ", from + 1);
        return rulebook(yaml.substring(0, from) + (next < 0 ? "" : yaml.substring(next)));
    }

    /** The shipped rulebook with other regions. */
    public static Rulebook withRegions(String... regions) {
        return rulebook(yamlWithRegions(regions));
    }

    /** The shipped rulebook's text with other regions. */
    public static String yamlWithRegions(String... regions) {
        return yaml().replace("  - US\n", "  - " + String.join("\n  - ", regions) + "\n");
    }

    /** The shipped rulebook without one of its categories. */
    public static Rulebook withoutCategory(IncidentCategory category) {
        return rulebook(yaml().replace("  - " + category + "\n", ""));
    }

    private static Rulebook rulebook(String yaml) {
        RulebookDraft draft = RulebookDraft.parse(yaml);
        return draft.rulebook().orElseThrow(() -> new AssertionError(draft.problems()));
    }

    NoteSigner agency() {
        return agency;
    }

    NoteSigner board() {
        return board;
    }

    TrustKeys trust() {
        return new TrustKeys(agency.verifierKey(), board.verifierKey());
    }

    /** The text signed by agency and board. */
    SignedRulebook signed(String yaml) {
        String hash = RulebookDraft.parse(yaml).hash();
        String text = RulebookSigner.text(hash);
        String note = agency.sign(text).with(board.sign(text)).format();
        return new SignedRulebook(hash, yaml, note, NOON);
    }

    static NoteSigner signer(String name) {
        try {
            return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
