// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostPlace;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A post that is read only as far as somebody watches: over many posts and incidents, what lies
 * inside a fence and what is counted in town are the same as when every post is read to the end.
 */
class WatchedReadingTest {

    private static final GeoPoint TOWN = new GeoPoint(45.2, -130);
    private static final double TOWN_METERS = 15_000;
    private static final int POSTS = 3_000;

    private static final List<String> SAID =
            List.of(
                    "shots fired at %s",
                    "is %s still closed today",
                    "someone fainted near %s, ambulance is here",
                    "Maria Lopez loves the coffee at %s",
                    "I will shoot up %s tomorrow",
                    "hay mucho humo por %s",
                    "fire near %s tonight, stay away",
                    "%s choir sings on thursday",
                    "%s",
                    "our team killed it at %s last night lol");

    private static final List<String> NAMES =
            List.of(
                    "the library",
                    "sallow",
                    "Oat & Anvil",
                    "the hardware store",
                    "fernhill",
                    "Fernhill Mall",
                    "Millbank",
                    "Cedar and Main",
                    "Norvale Public Library",
                    "Oakland, CA",
                    "Salem, Ore.",
                    "Springfield",
                    "Jackson",
                    "home",
                    "the stadium in Dayton");

    /** Around the middle of the fixture's town, in a real city, and in the open sea. */
    private static final List<Neighbourhood> INCIDENTS =
            List.of(
                    new Neighbourhood(new GeoPoint(45.2025, -129.995), 600),
                    new Neighbourhood(new GeoPoint(45.205, -130.005), 400),
                    new Neighbourhood(new GeoPoint(37.8, -122.27), 9_000),
                    new Neighbourhood(new GeoPoint(-30, -140), 500));

    private final Random random = new Random(20_261_201);
    private final GeneratedPosts odd = new GeneratedPosts(20_261_201);

    @Test
    void findsTheSameInsideFencesAndInTownAsReadingEveryPostToTheEnd() {
        int passedBy = 0;
        int inside = 0;
        int counted = 0;
        for (int i = 0; i < POSTS; i++) {
            Area area = new Area(incidents());
            AnalysisRequest request =
                    new AnalysisRequest(text(i), languages(), place(), area.neighbourhoods());

            PostReading whole = SharedModels.ANALYZER.read(request);
            PostReading watched =
                    SharedModels.ANALYZER
                            .readWatched(request, area, new TimeBudget(Duration.ofDays(1), () -> 0))
                            .orElseThrow();

            Analysis says = whole.analysis();
            assertThat(whole.candidates())
                    .containsAll(says.places().stream().map(PlaceMention::point).toList());
            assertThat(watched.candidates()).isEqualTo(whole.candidates());
            assertThat(watched.analysis().language()).isEqualTo(says.language());
            boolean lies = says.places().stream().anyMatch(p -> area.isInside(p.point()));
            boolean counts =
                    says.threat().kind() != ThreatKind.NONE
                            && says.places().stream().anyMatch(p -> area.isCounted(p.point()));
            if (lies || counts || watched.whole()) {
                assertThat(watched).isEqualTo(whole);
            }
            if (whole.localNames() || !says.places().isEmpty()) {
                assertThat(watched.localNames() || !watched.analysis().places().isEmpty()).isTrue();
            }
            passedBy += watched.whole() ? 0 : 1;
            inside += lies ? 1 : 0;
            counted += counts ? 1 : 0;
        }
        assertThat(passedBy).isGreaterThan(POSTS / 4);
        assertThat(inside).isGreaterThan(POSTS / 20);
        assertThat(counted).isGreaterThan(POSTS / 20);
    }

    private List<Neighbourhood> incidents() {
        List<Neighbourhood> incidents = new ArrayList<>(INCIDENTS);
        incidents.removeIf(incident -> random.nextBoolean());
        return incidents;
    }

    private String text(int number) {
        if (number % 3 == 0) {
            return odd.next();
        }
        String said = String.format(any(SAID), any(NAMES));
        return random.nextInt(4) == 0 ? said + ", " + String.format(any(SAID), any(NAMES)) : said;
    }

    private List<String> languages() {
        return random.nextBoolean() ? List.of() : List.of("en");
    }

    private @Nullable PostPlace place() {
        GeoPoint point =
                new GeoPoint(
                        45.2 + (random.nextDouble() - 0.5) / 50,
                        -130 + (random.nextDouble() - 0.5) / 50);
        return random.nextInt(10) > 0 ? null : new PostPlace(point, 50, PlaceEvidence.GPS, null);
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The incidents' circles are their fences; the fixture's town is counted. */
    private record Area(List<Neighbourhood> neighbourhoods) implements WatchedArea {

        @Override
        public boolean isInside(GeoPoint point) {
            return neighbourhoods.stream()
                    .anyMatch(
                            near ->
                                    EarthDistance.meters(near.center(), point)
                                            <= near.radiusMeters());
        }

        @Override
        public boolean isCounted(GeoPoint point) {
            return EarthDistance.meters(TOWN, point) <= TOWN_METERS;
        }
    }
}
