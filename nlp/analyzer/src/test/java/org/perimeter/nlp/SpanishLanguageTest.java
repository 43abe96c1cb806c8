// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

class SpanishLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "THREAT, 'te voy a matar, ya lo verás'",
        "THREAT, 'voy a matarlos a todos'",
        "THREAT, 'los vamos a ir matando uno por uno'",
        "THREAT, 'HAY QUE COLGARLOS DE UN POSTE'",
        "THREAT, 'se merecen que los maten'",
        "THREAT, 'vamos a prenderle fuego a su negocio'",
        "REPORT, 'se oyeron como ocho balazos por la plaza'",
        "REPORT, 'nos acaban de asaltar a mano armada'",
        "REPORT, 'está temblando muy fuerte'",
        "NONE, 'me muero de risa con ese perro'",
        "NONE, 'hay que matar el tiempo con algo'",
        "NONE, 'nunca voy a matar a nadie'",
        "NONE, 'fue un simulacro de incendio en la escuela'",
        "NONE, 'no hubo ningún tiroteo en la plaza'"
    })
    void tellsThreatsAndReportsFromTheRest(ThreatKind kind, String text) {
        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text));

        // Then
        assertThat(analysis.language()).isEqualTo("es");
        assertThat(analysis.threat().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dispararon a un hombre en la estación",
                "DISPARARON A UN HOMBRE EN LA ESTACION"
            })
    void doesNotNeedAccents(String text) {
        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text));

        // Then
        assertThat(analysis.threat().kind()).isEqualTo(ThreatKind.REPORT);
        assertThat(analysis.entities()).isEmpty();
    }
}
