// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.perimeter.policy.rulebook.RulebookFixture.NOON;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.time.Instant;

/** Control GOV-01: only what agency and board signed, and only until it lapses. */
final class RulebookLoaderTest {

    private final RulebookFixture fixture = new RulebookFixture();
    private final RulebookLoader loader = new RulebookLoader(fixture.trust(), true);

    @Test
    @Control("GOV-01")
    void acceptsTheShippedRulebookSignedByBoth() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());

        // When
        RulebookCheck check = loader.load(signed, NOON);

        // Then
        assertThat(check).isInstanceOf(RulebookCheck.Valid.class);
        Rulebook rulebook = ((RulebookCheck.Valid) check).rulebook();
        assertThat(rulebook.hash()).isEqualTo(signed.hash()).hasSize(64);
        assertThat(rulebook.value(RuleId.FENCE_RADIUS)).isEqualTo(2);
        assertThat(rulebook.isInForce(NOON)).isTrue();
    }

    @Test
    @Control("GOV-01")
    void refusesARulebookThatNobodySigned() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());

        // When
        RulebookCheck check = loader.load(with(signed, ""), NOON);

        // Then
        assertUnsigned(check, "nobody has signed");
    }

    @Test
    @Control("GOV-01")
    void refusesOneSignerAlone() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());
        String alone = RulebookSigner.sign(signed.hash(), fixture.agency());

        // When
        RulebookCheck check = loader.load(with(signed, alone), NOON);

        // Then
        assertUnsigned(check, "no valid signature of the board");
    }

    @Test
    @Control("GOV-01")
    void refusesOneSignerTwice() throws MalformedLogException {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());
        String once = RulebookSigner.sign(signed.hash(), fixture.agency());
        String twice = RulebookSigner.add(once, signed.hash(), fixture.agency());

        // When
        RulebookCheck check = loader.load(with(signed, twice), NOON);

        // Then
        assertUnsigned(check, "no valid signature of the board");
    }

    @Test
    @Control("GOV-01")
    void refusesASignatureOfSomebodyWhoCallsHimselfTheBoard() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());
        NoteSigner impostor = RulebookFixture.signer(fixture.board().verifierKey().name());
        String text = RulebookSigner.text(signed.hash());
        String note = fixture.agency().sign(text).with(impostor.sign(text)).format();

        // When
        RulebookCheck check = loader.load(with(signed, note), NOON);

        // Then
        assertUnsigned(check, "no valid signature of the board");
    }

    @Test
    @Control("GOV-01")
    void refusesSignaturesOverOtherRules() {
        // Given
        SignedRulebook old = fixture.signed(RulebookFixture.yaml());
        SignedRulebook changed =
                fixture.signed(RulebookFixture.yamlWithValue(RuleId.FENCE_RADIUS, "3"));

        // When
        RulebookCheck check = loader.load(with(changed, old.signatures()), NOON);

        // Then
        assertUnsigned(check, "over other rules");
    }

    @Test
    void refusesAHashThatBelongsToOtherRules() {
        // Given
        SignedRulebook old = fixture.signed(RulebookFixture.yaml());
        String changed = RulebookFixture.yamlWithValue(RuleId.FENCE_RADIUS, "3");

        // When
        RulebookCheck check =
                loader.load(new SignedRulebook(old.hash(), changed, old.signatures(), NOON), NOON);

        // Then
        assertUnsigned(check, "not the hash");
    }

    @Test
    void theSpellingOfTheFileDoesNotMatterToItsSignatures() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());
        String respelled =
                "# a comment\n"
                        + signed.yaml()
                                .replace("value: 2\n", "value: 2.0\n")
                                .replace("unit: km\n", "unit: \"km\"\n");

        // When
        RulebookCheck check =
                loader.load(
                        new SignedRulebook(signed.hash(), respelled, signed.signatures(), NOON),
                        NOON);

        // Then
        assertThat(check).isInstanceOf(RulebookCheck.Valid.class);
    }

    @Test
    @Control({"COL-01", "GOV-01"})
    void refusesALapsedRulebook() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());

        // When
        RulebookCheck lastSecond = loader.load(signed, Instant.parse("2027-12-31T23:59:59Z"));
        RulebookCheck after = loader.load(signed, Instant.parse("2028-01-01T00:00:00Z"));

        // Then
        assertThat(lastSecond).isInstanceOf(RulebookCheck.Valid.class);
        assertInvalid(after, ReasonCode.RULEBOOK_EXPIRED, "lapsed at the end of 2027-12-31");
    }

    @Test
    @Control("GOV-01")
    void refusesARulebookOfWhichOneRuleLapsed() {
        // Given
        String yaml = RulebookFixture.yaml();
        int rule = yaml.indexOf("  - id: COL-09\n");
        int sunset = yaml.indexOf("sunset: ", rule);
        String shorter =
                yaml.substring(0, sunset)
                        + "sunset: 2027-02-28"
                        + yaml.substring(sunset + "sunset: 2027-12-31".length());

        // When
        RulebookCheck check = loader.load(fixture.signed(shorter), NOON);

        // Then
        assertInvalid(check, ReasonCode.RULEBOOK_EXPIRED, "COL-09 lapsed at the end of 2027-02-28");
    }

    @Test
    void refusesARulebookBeforeItsFirstDay() {
        // Given
        SignedRulebook signed = fixture.signed(RulebookFixture.yaml());

        // When
        RulebookCheck check = loader.load(signed, Instant.parse("2026-12-31T23:59:59Z"));

        // Then
        assertInvalid(check, ReasonCode.NO_RULEBOOK, "comes into effect on 2027-01-01");
    }

    @Test
    void refusesDemoKeysWhenTheConsoleCanBeReachedFromOutside() {
        // Given
        NoteSigner agency = RulebookFixture.signer("perimeter-demo/agency");
        NoteSigner board = RulebookFixture.signer("perimeter-demo/board");
        TrustKeys trust = new TrustKeys(agency.verifierKey(), board.verifierKey());
        String hash = RulebookDraft.parse(RulebookFixture.yaml()).hash();
        String text = RulebookSigner.text(hash);
        String note = agency.sign(text).with(board.sign(text)).format();
        SignedRulebook signed = new SignedRulebook(hash, RulebookFixture.yaml(), note, NOON);

        // When
        RulebookCheck here = new RulebookLoader(trust, true).load(signed, NOON);
        RulebookCheck outside = new RulebookLoader(trust, false).load(signed, NOON);

        // Then
        assertThat(here).isInstanceOf(RulebookCheck.Valid.class);
        assertUnsigned(outside, "demo keys");
    }

    private static SignedRulebook with(SignedRulebook signed, String signatures) {
        return new SignedRulebook(signed.hash(), signed.yaml(), signatures, NOON);
    }

    private static void assertUnsigned(RulebookCheck check, String message) {
        assertInvalid(check, ReasonCode.RULEBOOK_UNSIGNED, message);
    }

    private static void assertInvalid(RulebookCheck check, ReasonCode reason, String message) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        RulebookCheck.Invalid.class,
                        invalid -> {
                            assertThat(invalid.reason()).isEqualTo(reason);
                            assertThat(invalid.problems().toString()).contains(message);
                        });
    }
}
