// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;

import java.util.List;
import java.util.Locale;

/**
 * Whether the platform's position of a post counts: not where the text speaks of another town
 * alone. Who writes "factory fire in Fresno is out" beside a live fire here is no witness of it.
 */
public final class ElsewhereRule {

    /** What is nearer may be next door. */
    private static final double METERS = 40_000;

    /** Below, a town's name may be another word. */
    private static final double SURE = 0.5;

    /** Where somebody comes from is not where something happens. */
    private static final List<String> ORIGINS =
            List.of("from", "soy de", "somos de", "es de", "vengo de", "venimos de", "viene de");

    private ElsewhereRule() {}

    /**
     * Decides.
     *
     * @param position where the platform says that the post was written
     * @param named the places of the text, and those of the platform
     */
    @Control("COL-08")
    public static boolean counts(PlaceMention position, List<PlaceMention> named, String text) {
        List<PlaceMention> said =
                named.stream()
                        .filter(place -> place.evidence() == PlaceEvidence.TEXT)
                        .filter(place -> place.basis() == PlaceBasis.STATED)
                        .toList();
        boolean elsewhere =
                said.stream()
                        .filter(place -> place.confidence() >= SURE)
                        .filter(place -> !isOrigin(place, text))
                        .anyMatch(place -> isFar(place, position));
        return !elsewhere || said.stream().anyMatch(place -> !isFar(place, position));
    }

    private static boolean isFar(PlaceMention place, PlaceMention position) {
        return EarthDistance.meters(place.point(), position.point()) - place.radiusMeters()
                > METERS;
    }

    private static boolean isOrigin(PlaceMention place, String text) {
        int start =
                text.offsetByCodePoints(
                        0, Math.min(place.start(), text.codePointCount(0, text.length())));
        String before = text.substring(0, start).strip().toLowerCase(Locale.ROOT);
        return ORIGINS.stream()
                .anyMatch(word -> before.equals(word) || before.endsWith(" " + word));
    }
}
