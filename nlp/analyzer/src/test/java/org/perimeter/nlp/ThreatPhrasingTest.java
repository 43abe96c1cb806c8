// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

/** Each family of phrasing in which people threaten, with its reason, and what is none. */
final class ThreatPhrasingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is said | the rule behind it | the words that it names
                "these refugees ought to be put against a wall | call-to-kill | put against a wall",
                "bankers deserve to be lynched | call-to-kill | deserve to be lynched",
                "every last one of them belongs in a grave | call-to-kill | them belongs in a grave",
                "wipe them off the face of the earth | call-to-kill | wipe them off the face",
                "put an end to those lesbians | call-to-kill | put an end to those lesbians",
                "stone those witches | call-to-kill | stone those witches",
                "someone should punch that judge | call-to-kill | someone should punch that judge",
                "i hope a truck flattens you, hope you get shot | wish-harm | hope you get shot",
                "i cannot wait to see them hanged | wish-harm | wait to see them hanged",
                "i'd love to see those men suffer | wish-harm | love to see those men suffer",
                "count your days, coward | will-kill | count your days",
                "you won't see tomorrow | will-kill | you won't see tomorrow",
                "i know where your kids go to school | will-kill | know where your kids go to school",
                "i swear i will stab you | beat | swear i will stab you",
                "come here again and i'll break you | beat | come here again and i'll break",
                "one punch and i knock your teeth out | beat | knock your teeth out",
                "we should 🔪 all of those gays | emoji | 🔪 all of those gays",
                "they all deserve ⚰️ | emoji | they all deserve ⚰️",
                "gonna k!ll them | will-kill | gonna k!ll them",
                "kiiiill them all | call-to-kill | kiiiill them"
            })
    void namesWhoDoesWhatToWhom(String text, String rule, String words) {
        // When
        ThreatFinding finding = read(text);

        // Then
        assertThat(finding.kind()).isEqualTo(ThreatKind.THREAT);
        assertThat(finding.spans())
                .anySatisfy(
                        span -> {
                            assertThat(span.rule()).isEqualTo("threat." + rule);
                            assertThat(cut(text, span.start(), span.end())).contains(words);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // things, insects, plants
                "all single use cups should be burned in a pit",
                "wasps deserve to be exterminated",
                "we should get rid of that couch",
                // games, sport, work
                "i will end him in mario kart",
                "our defense got slaughtered in the second half",
                "kill the process, then drop the table",
                // counter-speech, negation, quotation, report of speech
                "nobody deserves to be beaten for who they love",
                "muslims should never be attacked for praying",
                "stop saying trans people deserve to die",
                "it is wrong to say that jews should be killed",
                "\"kill all women\" is what he shouted, and nobody stopped him",
                "he said he would kill me if i left, i called the police",
                // oneself, good wishes, figures of speech
                "my kids will be the death of me",
                "they deserve to be heard",
                "break a leg tonight",
                "i know it, shoot me a message",
                "watch your back when you lift heavy boxes",
                // emoji that are no weapons
                "cutting the cake 🔪🎂",
                "this song is 🔥🔥 people",
                "dropped my phone and now i'm 💀"
            })
    void takesNoThreatForWhatIsNone(String text) {
        // When
        ThreatFinding finding = read(text);

        // Then
        assertThat(finding.kind()).isNotEqualTo(ThreatKind.THREAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s should be wiped out",
                "someone ought to burn those %s",
                "nobody should hurt %s",
                "%s are our neighbours and friends"
            })
    void saysTheSameOfEveryGroup(String template) {
        // Given
        ThreatFinding expected = read(template.formatted("women"));

        // When
        ThreatFinding muslims = read(template.formatted("muslims"));
        ThreatFinding gays = read(template.formatted("gays"));
        ThreatFinding whites = read(template.formatted("whites"));

        // Then
        assertThat(muslims.score()).isEqualTo(expected.score());
        assertThat(gays.score()).isEqualTo(expected.score());
        assertThat(whites.score()).isEqualTo(expected.score());
    }

    @Test
    void takesNoAdjectiveForPeople() {
        // When
        ThreatFinding paint = read("get rid of all white paint");
        ThreatFinding people = read("get rid of all white people");

        // Then
        assertThat(paint.kind()).isEqualTo(ThreatKind.NONE);
        assertThat(people.kind()).isEqualTo(ThreatKind.THREAT);
    }

    private static ThreatFinding read(String text) {
        return SharedModels.ANALYZER.analyze(AnalysisRequest.of(text)).threat();
    }

    private static String cut(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
