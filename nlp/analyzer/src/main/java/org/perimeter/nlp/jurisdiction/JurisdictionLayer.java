// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.StreetIndex;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.place.GeoPoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Streets, crossings, landmarks and districts of one jurisdiction, and the search for their names.
 * Read-only after loading; safe to share.
 */
public final class JurisdictionLayer {

    private final String id;
    private final GeoPoint center;
    private final double radiusMeters;
    private final NameWords words;
    private final StreetIndex streets;
    private final AddressBook addresses;
    private final ExitIndex exits;
    private final LandmarkIndex landmarks;

    JurisdictionLayer(
            String id,
            GeoPoint center,
            double radiusMeters,
            NameWords words,
            StreetIndex streets,
            AddressBook addresses,
            ExitIndex exits,
            LandmarkIndex landmarks) {
        this.id = id;
        this.center = center;
        this.radiusMeters = radiusMeters;
        this.words = words;
        this.streets = streets;
        this.addresses = addresses;
        this.exits = exits;
        this.landmarks = landmarks;
    }

    /**
     * Loads a folder with {@code jurisdiction.json}, {@code streets.geojson}, {@code
     * landmarks.geojson} and {@code districts.geojson}, and {@code addresses.json} if there is one.
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

    /**
     * Its names in a post: stretches, exits and addresses first, then corners, landmarks and whole
     * streets. No two overlap but those that mean something only {@code nearby}.
     */
    public List<LocalMatch> find(List<Token> tokens) {
        PostWords post = new PostWords(tokens, words);
        List<StreetMention> mentions = streets.find(post);
        Corners corners = new Corners();
        Kept kept = new Kept(post);
        for (Stretches.Found stretch : new Stretches(post, mentions, corners).find()) {
            if (stretch.match() == null) {
                kept.block(stretch.first(), stretch.last());
            } else {
                kept.add(List.of(stretch.match()));
            }
        }
        kept.add(exits.find(post, mentions));
        kept.add(addresses.find(post, mentions));
        kept.add(Crossings.find(post, mentions, corners));
        Branches branches =
                new Branches(
                        post,
                        mentions.stream().filter(m -> kept.isFree(m.first(), m.last())).toList());
        List<LocalMatch> shortNames =
                landmarks.findShort(post).stream()
                        .filter(m -> mentions.stream().noneMatch(s -> isWithin(m, s)))
                        .toList();
        List<LocalMatch> loose =
                branches.on(shortNames).stream()
                        .filter(m -> kept.isFree(m.firstToken(), m.lastToken()))
                        .toList();
        kept.add(branches.on(landmarks.find(post)));
        List<LocalMatch> whole = new ArrayList<>();
        for (LocalMatch street : WholeStreets.find(post, mentions, words)) {
            whole.add(beside(street, shortNames, post));
        }
        kept.add(whole);
        List<LocalMatch> found = new ArrayList<>(kept.inOrder());
        found.addAll(loose);
        return found;
    }

    /** Whether it is only a part of a street's name. */
    private static boolean isWithin(LocalMatch match, StreetMention street) {
        return !street.is(StreetMention.Form.CORRECTED)
                && street.first() <= match.firstToken()
                && street.last() >= match.lastToken()
                && street.last() - street.first() >= match.length();
    }

    /** {@code at Tuttle} is rather the pool than Tuttle Street, {@code on Tuttle} the street. */
    private static LocalMatch beside(
            LocalMatch street, List<LocalMatch> shortNames, PostWords post) {
        boolean open =
                street.wording() == Wording.BARE
                        && !WholeStreets.isOn(post.norm(street.firstToken() - 1));
        return shortNames.stream()
                .filter(m -> open && m.firstToken() == street.firstToken())
                .filter(m -> m.lastToken() == street.lastToken())
                .findFirst()
                .map(m -> street.withNearby(m.nearby()))
                .orElse(street);
    }

    /** What was found so far; the longest first, and nothing that overlaps it. */
    private static final class Kept {
        private final PostWords post;
        private final List<LocalMatch> matches = new ArrayList<>();
        private final List<int[]> blocked = new ArrayList<>();

        private Kept(PostWords post) {
            this.post = post;
        }

        private int length(LocalMatch match) {
            return match.length() - (post.norm(match.firstToken()).equals("the") ? 1 : 0);
        }

        private void block(int first, int last) {
            blocked.add(new int[] {first, last});
        }

        private void add(List<LocalMatch> found) {
            List<LocalMatch> byLength = new ArrayList<>(found);
            byLength.sort(Comparator.comparingInt(this::length).reversed());
            for (LocalMatch match : byLength) {
                if (isFree(match.firstToken(), match.lastToken())) {
                    matches.add(match);
                }
            }
        }

        private boolean isFree(int first, int last) {
            return matches.stream().noneMatch(kept -> kept.overlaps(first, last))
                    && blocked.stream().noneMatch(b -> b[0] <= last && first <= b[1]);
        }

        private List<LocalMatch> inOrder() {
            matches.sort(Comparator.comparingInt(LocalMatch::firstToken));
            return matches;
        }
    }
}
