// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.Street;
import org.perimeter.nlp.jurisdiction.street.StreetMention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A landmark with its street: {@code QuikNook on Union}, {@code the Union QuikNook}, {@code Union
 * St QuikNook}. Of several branches the one on that street is meant, and both names are one place;
 * when the map has none there, the landmark is none that it knows.
 */
final class Branches {

    private static final Set<String> ON =
            Set.of("on", "off", "at", "by", "near", "en", "de", "sobre", "in", "over", "down");

    /** Between a landmark and its street without saying anything. */
    private static final Set<String> FILLING = Set.of("the", "la", "el", "calle", ",", "(", "-");

    private static final int MOST_WORDS_BETWEEN = 3;
    private static final double ON_STREET_METERS = 250;

    private final PostWords post;
    private final List<StreetMention> mentions;

    Branches(PostWords post, List<StreetMention> mentions) {
        this.post = post;
        this.mentions = mentions;
    }

    /** The landmarks, each with its street where it stands with one. */
    List<LocalMatch> on(List<LocalMatch> landmarks) {
        if (mentions.isEmpty()) {
            return landmarks;
        }
        List<LocalMatch> result = new ArrayList<>();
        for (LocalMatch landmark : landmarks) {
            LocalMatch placed = placed(landmark);
            if (placed != null) {
                result.add(placed);
            }
        }
        return result;
    }

    private @Nullable LocalMatch placed(LocalMatch landmark) {
        for (StreetMention street : mentions) {
            if (street.isRoad()
                    || street.is(StreetMention.Form.CORRECTED)
                    || landmark.overlaps(street.first(), street.last())) {
                continue;
            }
            boolean behind = isBehind(landmark, street);
            boolean before = street.last() == landmark.firstToken() - 1;
            if (!behind && !before) {
                continue;
            }
            List<LocalPlace> places = along(landmark.places(), street);
            List<LocalPlace> nearby = along(landmark.nearby(), street);
            if (!places.isEmpty() || !nearby.isEmpty()) {
                return new LocalMatch(
                        Math.min(landmark.firstToken(), street.first()),
                        Math.max(landmark.lastToken(), street.last()),
                        places,
                        places.size() == 1 ? Wording.CLEAR : landmark.wording(),
                        nearby);
            }
            if (landmark.places().size() > 1
                    && behind
                    && post.norm(street.first() - 1).equals("on")) {
                return null;
            }
        }
        return landmark;
    }

    private boolean isBehind(LocalMatch landmark, StreetMention street) {
        int between = street.first() - landmark.lastToken() - 1;
        if (between < 0 || between > MOST_WORDS_BETWEEN) {
            return false;
        }
        boolean on = between == 0 && !landmark.places().isEmpty();
        for (int i = landmark.lastToken() + 1; i < street.first(); i++) {
            boolean joins = ON.contains(post.norm(i));
            boolean fills =
                    FILLING.contains(post.norm(i)) || FILLING.contains(post.token(i).surface());
            if (!joins && !fills) {
                return false;
            }
            on |= joins || post.token(i).surface().equals(",");
        }
        return on;
    }

    private static List<LocalPlace> along(List<LocalPlace> places, StreetMention mention) {
        return places.stream().filter(place -> isOn(place, mention.streets())).toList();
    }

    private static boolean isOn(LocalPlace place, List<Street> streets) {
        return streets.stream()
                .anyMatch(
                        street ->
                                street.distanceMeters(place.point())
                                        <= ON_STREET_METERS
                                                + (place.radiusMeters() > ON_STREET_METERS
                                                        ? place.radiusMeters()
                                                        : 0));
    }
}
