// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.GeoPoint;
import org.perimeter.policy.model.PlacePrecision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Streets, crossings, landmarks and districts of one jurisdiction, and the search for their names.
 * Read-only after loading; safe to share.
 */
public final class JurisdictionLayer {

    private static final Set<String> ON_STREET =
            Set.of("on", "down", "along", "off", "of", "near", "at", "en", "por");

    private final String id;
    private final GeoPoint center;
    private final double radiusMeters;
    private final StreetIndex streets;
    private final NameTrie<Landmark> landmarks;

    JurisdictionLayer(
            String id,
            GeoPoint center,
            double radiusMeters,
            StreetIndex streets,
            NameTrie<Landmark> landmarks) {
        this.id = id;
        this.center = center;
        this.radiusMeters = radiusMeters;
        this.streets = streets;
        this.landmarks = landmarks;
    }

    /**
     * Loads a folder with {@code jurisdiction.json}, {@code streets.geojson}, {@code
     * landmarks.geojson} and {@code districts.geojson}.
     *
     * @throws IllegalArgumentException when a file is missing or malformed, naming the file
     */
    public static JurisdictionLayer load(Path folder) {
        return new JurisdictionReader(folder).read();
    }

    /** The jurisdiction's name in canonical words. */
    public String id() {
        return id;
    }

    /** Its centre. */
    public GeoPoint center() {
        return center;
    }

    /** Half its extent in metres. */
    public double radiusMeters() {
        return radiusMeters;
    }

    /** Its names in a post: corners first, then landmarks, then streets; no two overlap. */
    public List<LocalMatch> find(List<Token> tokens) {
        List<StreetIndex.Mention> mentions = streets.find(tokens);
        List<LocalMatch> kept = new ArrayList<>();
        keepLongest(Crossings.find(tokens, mentions), kept);
        keepLongest(landmarks(tokens), kept);
        keepLongest(bareStreets(tokens, mentions), kept);
        kept.sort(Comparator.comparingInt(LocalMatch::firstToken));
        return kept;
    }

    private static void keepLongest(List<LocalMatch> found, List<LocalMatch> kept) {
        List<LocalMatch> byLength = new ArrayList<>(found);
        byLength.sort(Comparator.comparingInt(LocalMatch::length).reversed());
        for (LocalMatch match : byLength) {
            boolean free =
                    kept.stream().noneMatch(k -> k.overlaps(match.firstToken(), match.lastToken()));
            if (free) {
                kept.add(match);
            }
        }
    }

    private List<LocalMatch> landmarks(List<Token> tokens) {
        List<LocalMatch> matches = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            NameTrie.@Nullable Found<Landmark> found = landmarks.longestFrom(tokens, i);
            if (found != null) {
                boolean single = found.last() == i;
                List<LocalPlace> places = found.things().stream().map(Landmark::place).toList();
                matches.add(new LocalMatch(i, found.last(), places, !single));
            }
        }
        return matches;
    }

    private static List<LocalMatch> bareStreets(
            List<Token> tokens, List<StreetIndex.Mention> mentions) {
        List<LocalMatch> matches = new ArrayList<>();
        for (StreetIndex.Mention mention : mentions) {
            if (mention.suffixed() || namedAsStreet(tokens, mention)) {
                List<LocalPlace> places =
                        mention.streets().stream().map(JurisdictionLayer::whole).toList();
                matches.add(
                        new LocalMatch(
                                mention.first(), mention.last(), places, mention.suffixed()));
            }
        }
        return matches;
    }

    /** Without its suffix a name is a street only where a street is expected: {@code on Main}. */
    private static boolean namedAsStreet(List<Token> tokens, StreetIndex.Mention mention) {
        Token first = tokens.get(mention.first());
        boolean written = first.capitalized() || Character.isDigit(first.surface().charAt(0));
        return written
                && mention.first() > 0
                && ON_STREET.contains(tokens.get(mention.first() - 1).norm());
    }

    private static LocalPlace whole(Street street) {
        GeoPoint middle = street.middle();
        double radius = Math.max(100, PointCloud.radius(middle, street.points()));
        return new LocalPlace(street.id(), middle, radius, PlacePrecision.STREET);
    }
}
