// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.jurisdiction.LocalMatch;
import org.perimeter.nlp.jurisdiction.LocalPlace;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.reading.EntityMention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns names in a post into places with coordinates, radius and confidence. Local names win over
 * the world's where both claim the same words. Immutable; safe to share.
 */
public final class PlaceResolver {

    private static final int SHORTEST_NAME = 3;

    /** Abbreviated states were taken only where they can hardly be anything else. */
    private static final double STATE_CONFIDENCE = 0.8;

    private final Gazetteer gazetteer;
    private final List<JurisdictionLayer> jurisdictions;
    private final PlaceWords words = PlaceWords.load();
    private final StateCodes states;
    private final Exonyms exonyms;

    /** Resolves with the world's gazetteer and the given jurisdictions. */
    public PlaceResolver(Gazetteer gazetteer, List<JurisdictionLayer> jurisdictions) {
        this.gazetteer = gazetteer;
        this.jurisdictions = List.copyOf(jurisdictions);
        this.states = StateCodes.load(gazetteer);
        this.exonyms = Exonyms.load(gazetteer);
    }

    /**
     * The names of a post.
     *
     * @param world whether the world's gazetteer may be used; not in languages whose words it would
     *     mistake for names
     */
    public PlaceNamesFound find(List<Token> tokens, boolean world) {
        Map<JurisdictionLayer, List<LocalMatch>> local = new LinkedHashMap<>();
        for (JurisdictionLayer layer : jurisdictions) {
            local.put(layer, layer.find(tokens));
        }
        if (!world) {
            return new PlaceNamesFound(List.of(), local);
        }
        List<NameMatch> named =
                gazetteer.find(tokens).stream().filter(match -> mayBeName(tokens, match)).toList();
        return new PlaceNamesFound(
                states.withStates(tokens, exonyms.withExonyms(tokens, named)), local);
    }

    /** An ordinary word, or a person's name, in lower case is never taken for a place. */
    private boolean mayBeName(List<Token> tokens, NameMatch match) {
        Token first = tokens.get(match.firstToken());
        return match.firstToken() != match.lastToken()
                || first.capitalized()
                || !(words.isCommon(first.nameWord())
                        || words.isPerson(first.nameWord())
                        || first.nameWord().length() < SHORTEST_NAME);
    }

    /**
     * The places that a post states, in text order.
     *
     * @param attached where the platform says that the post is: among namesakes a fact; may be null
     */
    public List<PlaceMention> resolve(
            PostText post,
            List<Token> tokens,
            PlaceNamesFound found,
            List<EntityMention> entities,
            List<Neighbourhood> neighbourhoods,
            @Nullable GeoPoint attached) {
        EntityLookup lookup = new EntityLookup(post, tokens, entities);
        List<PlaceMention> places = new ArrayList<>();
        List<Resolved> world = world(tokens, found, lookup, neighbourhoods);
        Surroundings surroundings = new Surroundings(neighbourhoods);
        Map<JurisdictionLayer, List<LocalMatch>> named = new LinkedHashMap<>();
        found.local().forEach((layer, matches) -> named.put(layer, surroundings.of(matches)));
        named.forEach(
                (layer, matches) ->
                        local(
                                post,
                                tokens,
                                layer,
                                matches,
                                new LocalReading(
                                        words,
                                        neighbourhoods,
                                        known(matches, attached),
                                        new Elsewhere(tokens, matches).than(layer, places(world))),
                                lookup,
                                places));
        for (Resolved resolved : world) {
            if (!taken(resolved.match(), named)) {
                places.add(mention(post, tokens, resolved));
            }
        }
        places.sort(Comparator.comparingInt(PlaceMention::start));
        return places;
    }

    /** A name of the gazetteer that was understood. */
    private record Resolved(NameMatch match, GazetteerReading.Choice choice, boolean sure) {

        private Elsewhere.WorldPlace inText() {
            return new Elsewhere.WorldPlace(
                    match.firstToken(), match.lastToken(), choice.place(), sure);
        }
    }

    private static List<Elsewhere.WorldPlace> places(List<Resolved> world) {
        return world.stream().map(Resolved::inText).toList();
    }

    private List<Resolved> world(
            List<Token> tokens,
            PlaceNamesFound found,
            EntityLookup lookup,
            List<Neighbourhood> neighbourhoods) {
        TextRegions regions = new TextRegions(tokens, found.world());
        GazetteerReading reading =
                new GazetteerReading(
                        words,
                        regions,
                        new CandidateScore(regions, found.world(), neighbourhoods),
                        neighbourhoods);
        List<Resolved> resolved = new ArrayList<>();
        for (NameMatch match : found.world()) {
            MentionContext context =
                    MentionContext.of(tokens, match.firstToken(), match.lastToken(), lookup);
            GazetteerReading.@Nullable Choice choice =
                    states.isState(tokens, match)
                            ? new GazetteerReading.Choice(match.places().get(0), STATE_CONFIDENCE)
                            : reading.choose(match, context);
            if (choice != null) {
                boolean sure =
                        (context.located() && !context.definite()) || regions.isQualified(match);
                resolved.add(new Resolved(match, choice, sure));
            }
        }
        return resolved;
    }

    private static void local(
            PostText post,
            List<Token> tokens,
            JurisdictionLayer layer,
            List<LocalMatch> matches,
            LocalReading reading,
            EntityLookup lookup,
            List<PlaceMention> places) {
        for (LocalMatch match : matches) {
            LocalReading.@Nullable Choice choice =
                    reading.choose(
                            match,
                            MentionContext.of(
                                    tokens, match.firstToken(), match.lastToken(), lookup));
            if (choice != null) {
                places.add(
                        stated(
                                post,
                                tokens.get(match.firstToken()).start(),
                                tokens.get(match.lastToken()).nameEnd(),
                                choice.place().point(),
                                choice.radiusMeters(),
                                choice.place().precision(),
                                layer.id() + "/" + choice.place().id(),
                                choice.confidence()));
            }
        }
    }

    /** Exact places that are known from elsewhere in the post. */
    private static List<GeoPoint> known(List<LocalMatch> matches, @Nullable GeoPoint attached) {
        List<GeoPoint> known = new ArrayList<>(corners(matches));
        if (attached != null) {
            known.add(attached);
        }
        return known;
    }

    private static List<GeoPoint> corners(List<LocalMatch> matches) {
        return matches.stream()
                .filter(m -> m.places().size() == 1)
                .map(m -> m.places().get(0))
                .filter(
                        p ->
                                p.precision() == PlacePrecision.INTERSECTION
                                        || p.precision() == PlacePrecision.LANDMARK)
                .map(LocalPlace::point)
                .toList();
    }

    private static boolean taken(NameMatch match, Map<JurisdictionLayer, List<LocalMatch>> named) {
        return named.values().stream()
                .flatMap(List::stream)
                .anyMatch(m -> m.overlaps(match.firstToken(), match.lastToken()));
    }

    private static PlaceMention mention(PostText post, List<Token> tokens, Resolved resolved) {
        GazetteerPlace place = resolved.choice().place();
        return stated(
                post,
                tokens.get(resolved.match().firstToken()).start(),
                nameEnd(tokens, resolved.match().lastToken()),
                place.point(),
                place.radiusMeters(),
                place.kind().precision(),
                place.id(),
                resolved.choice().confidence());
    }

    /** The point behind initials belongs to them: {@code U.S.}, {@code N.C.}. */
    private static int nameEnd(List<Token> tokens, int last) {
        Token token = tokens.get(last);
        boolean initials = token.surface().indexOf('.') > 0 && last + 1 < tokens.size();
        return initials
                        && tokens.get(last + 1).surface().equals(".")
                        && tokens.get(last + 1).start() == token.end()
                ? token.end() + 1
                : token.nameEnd();
    }

    private static PlaceMention stated(
            PostText post,
            int start,
            int end,
            GeoPoint point,
            double radiusMeters,
            PlacePrecision precision,
            String id,
            double confidence) {
        return new PlaceMention(
                post.slice(start, end),
                post.codePointsBefore(start),
                post.codePointsBefore(end),
                point,
                radiusMeters,
                PlaceEvidence.TEXT,
                PlaceBasis.STATED,
                precision,
                id,
                Math.round(confidence * 1000) / 1000.0);
    }
}
