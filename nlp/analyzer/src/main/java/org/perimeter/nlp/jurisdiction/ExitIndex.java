// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.name.StreetForms;
import org.perimeter.nlp.jurisdiction.street.PointCloud;
import org.perimeter.nlp.jurisdiction.street.Street;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Exits of motorways: {@code exit 109}, {@code I-71 exit 109A}. Numbers repeat from road to road: a
 * road in the post decides, and without one the number must be unique.
 */
final class ExitIndex {

    /** Both carriageways leave within this distance. */
    private static final double ONE_EXIT_METERS = 1_500;

    private static final double SMALLEST_RADIUS_METERS = 200;
    private static final int MOST_WORDS_TO_ROAD = 4;

    private record Exit(String number, GeoPoint point, List<String> roads) {}

    private final Map<String, List<Exit>> exits = new HashMap<>();

    /**
     * @param number such as {@code 109A}
     * @param roads the roads it leaves, such as {@code I 71}
     */
    void add(String number, GeoPoint point, List<String> roads) {
        String whole = number.toLowerCase(Locale.ROOT).strip();
        List<String> ids =
                roads.stream()
                        .map(r -> StreetForms.network(r) + "-" + StreetForms.number(r))
                        .toList();
        put(whole, new Exit(whole, point, ids));
        String digits = whole.replaceAll("[^0-9].*", "");
        if (!digits.equals(whole)) {
            put(digits, new Exit(whole, point, ids));
        }
    }

    private void put(String number, Exit exit) {
        if (!number.isEmpty()) {
            exits.computeIfAbsent(number, n -> new ArrayList<>()).add(exit);
        }
    }

    List<LocalMatch> find(PostWords post, List<StreetMention> mentions) {
        List<LocalMatch> matches = new ArrayList<>();
        List<StreetMention> roads =
                mentions.stream()
                        .filter(m -> m.streets().stream().anyMatch(Street::isRoad))
                        .toList();
        for (int i = 0; i + 1 < post.size(); i++) {
            List<Exit> named = post.word(i).equals("exit") ? exits.get(post.norm(i + 1)) : null;
            if (named != null) {
                match(i, named, roads, matches);
            }
        }
        return matches;
    }

    private static void match(
            int at, List<Exit> named, List<StreetMention> roads, List<LocalMatch> matches) {
        int first = at;
        int last = at + 1;
        List<Exit> meant = named;
        for (StreetMention road : roads) {
            List<String> ids = road.streets().stream().map(Street::name).toList();
            List<Exit> there =
                    named.stream().filter(e -> e.roads().stream().anyMatch(ids::contains)).toList();
            if (!there.isEmpty()) {
                meant = there;
                boolean near =
                        road.last() >= at - MOST_WORDS_TO_ROAD
                                && road.first() <= at + 1 + MOST_WORDS_TO_ROAD;
                first = near ? Math.min(first, road.first()) : first;
                last = near ? Math.max(last, road.last()) : last;
                break;
            }
        }
        List<GeoPoint> points = meant.stream().map(Exit::point).toList();
        GeoPoint mean = PointCloud.mean(points);
        double spread = PointCloud.radius(mean, points);
        if (spread <= ONE_EXIT_METERS) {
            LocalPlace place =
                    new LocalPlace(
                            "exit:"
                                    + String.join("+", meant.get(0).roads())
                                    + "-"
                                    + meant.get(0).number(),
                            PointCloud.nearest(mean, points),
                            Math.max(SMALLEST_RADIUS_METERS, spread * 2),
                            PlacePrecision.INTERSECTION);
            matches.add(new LocalMatch(first, last, List.of(place), Wording.CLEAR));
        }
    }
}
