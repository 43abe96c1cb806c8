// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.language.LanguageIdentifier;
import org.perimeter.nlp.places.PlaceNamesFound;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.nlp.threat.PlacesNamed;
import org.perimeter.nlp.threat.ThreatReading;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostPlace;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says what one post says: language, entities, places, relevance and threat language. The public
 * entry of this module.
 *
 * <p>Thread-safe and cheap to make: it holds no state of its own. Make one per Flink slot over one
 * {@link AnalyzerModels} per process. It never throws for the sake of a text: only the first {@link
 * PostText#MAX_CODE_POINTS} code points are read, odd characters count as blanks, and every step is
 * linear in the text, which bounds time. All offsets of the result count code points of the given
 * text, end exclusive.
 *
 * <p>English is analysed fully; Spanish without entities; in other languages only local names are
 * looked up, and the English models never run.
 */
public final class PostAnalyzer {

    private static final String ENGLISH = "en";

    private final AnalyzerModels models;
    private final PostTokenizer tokenizer = new PostTokenizer();

    /** Analyses with shared models. */
    public PostAnalyzer(AnalyzerModels models) {
        this.models = models;
    }

    /** The analysis of one post; the same request always gives the same answer. */
    public Analysis analyze(AnalysisRequest request) {
        return read(request).analysis();
    }

    /** The analysis of one post; empty when it took longer than the budget allows. */
    public Optional<Analysis> analyzeWithin(AnalysisRequest request, TimeBudget budget) {
        return readWithin(request, budget).map(PostReading::analysis);
    }

    /**
     * As {@link #readWithin}, but a post is read to the end only where one of its names may lie in
     * the watched area. What is found inside a fence, and what is counted, is the same: the models
     * choose among the places that a name may mean and never add one.
     */
    public Optional<PostReading> readWatched(
            AnalysisRequest request, WatchedArea area, TimeBudget budget) {
        try {
            return Optional.of(read(request, area, budget.start()));
        } catch (TimeBudget.OverBudgetException e) {
            return Optional.empty();
        }
    }

    /**
     * The analysis of one post, and whether another neighbourhood could change it; empty when it
     * took longer than the budget allows.
     */
    public Optional<PostReading> readWithin(AnalysisRequest request, TimeBudget budget) {
        try {
            return Optional.of(read(request, null, budget.start()));
        } catch (TimeBudget.OverBudgetException e) {
            return Optional.empty();
        }
    }

    /** The analysis of one post, and whether another neighbourhood could change it. */
    public PostReading read(AnalysisRequest request) {
        try {
            return read(request, null, TimeBudget.NONE.start());
        } catch (TimeBudget.OverBudgetException e) {
            throw new IllegalStateException("there was no budget", e);
        }
    }

    /**
     * @param area where posts are waited for; null to read every post to the end
     */
    private PostReading read(
            AnalysisRequest request, @Nullable WatchedArea area, TimeBudget.Running time)
            throws TimeBudget.OverBudgetException {
        PostText post = PostText.of(request.text());
        List<Token> tokens = time.after(tokenizer.tokenize(post));
        String language = time.after(models.languages().identify(tokens, request.languages()));
        boolean understood = models.threats().reads(language);
        PlaceNamesFound names = time.after(models.places().find(tokens, understood));
        List<GeoPoint> candidates = candidates(names, request.place());
        if (area != null && !concerns(area, candidates, language, post, tokens)) {
            return passedBy(language, request.place(), names, candidates);
        }
        List<EntityMention> entities = time.after(entities(post, tokens, language, names));
        List<PlaceMention> stated =
                time.after(
                        models.places()
                                .resolve(
                                        post,
                                        tokens,
                                        names,
                                        entities,
                                        request.neighbourhoods(),
                                        request.place() == null ? null : request.place().point()));
        List<EntityMention> named = english(language) ? withPlaces(entities, stated) : entities;
        List<PlaceMention> places = withPlatformPlace(request.place(), stated);
        ThreatReading threat =
                time.after(
                        models.threats()
                                .read(
                                        language,
                                        post,
                                        tokens,
                                        NearIncident.judge(places, request.neighbourhoods())));
        Analysis analysis =
                new Analysis(language, named, places, threat.relevance(), threat.finding());
        return new PostReading(analysis, names.hasLocal(), candidates, true);
    }

    private static List<GeoPoint> candidates(PlaceNamesFound names, @Nullable PostPlace place) {
        List<GeoPoint> candidates = names.candidates();
        if (place != null) {
            candidates.add(place.point());
        }
        return candidates;
    }

    /** Whether the post may lie inside a fence, or tell of something where that is counted. */
    private boolean concerns(
            WatchedArea area,
            List<GeoPoint> candidates,
            String language,
            PostText post,
            List<Token> tokens) {
        if (candidates.stream().anyMatch(area::isInside)) {
            return true;
        }
        // A place makes a report more credible, never less: what is nothing beside one is nothing.
        return candidates.stream().anyMatch(area::isCounted)
                && models.threats()
                                .read(language, post, tokens, PlacesNamed.SOMEWHERE)
                                .finding()
                                .kind()
                        != ThreatKind.NONE;
    }

    private static PostReading passedBy(
            String language,
            @Nullable PostPlace place,
            PlaceNamesFound names,
            List<GeoPoint> candidates) {
        Analysis nothing = Analysis.empty(language);
        return new PostReading(
                new Analysis(
                        language,
                        nothing.entities(),
                        withPlatformPlace(place, List.of()),
                        nothing.relevance(),
                        nothing.threat()),
                names.hasLocal() || !names.world().isEmpty(),
                candidates,
                false);
    }

    /**
     * Whether the analysis of this post would run CoreNLP's model; the measure of what triage
     * saves. Uses the same steps as {@link #analyze}.
     */
    public boolean needsEntities(AnalysisRequest request) {
        List<Token> tokens = tokenizer.tokenize(PostText.of(request.text()));
        String language = models.languages().identify(tokens, request.languages());
        PlaceNamesFound names = models.places().find(tokens, models.threats().reads(language));
        return needsEntities(tokens, language, names);
    }

    /** The names that the recogniser finds when nobody asks triage; what {@code bench} compares. */
    public List<EntityMention> entitiesWithoutTriage(AnalysisRequest request) {
        PostText post = PostText.of(request.text());
        List<Token> tokens = tokenizer.tokenize(post);
        String language = models.languages().identify(tokens, request.languages());
        PlaceNamesFound names = models.places().find(tokens, models.threats().reads(language));
        return english(language)
                ? models.entities().recognize(post, tokens, names.world(), true)
                : List.of();
    }

    private List<EntityMention> entities(
            PostText post, List<Token> tokens, String language, PlaceNamesFound names) {
        return english(language)
                ? models.entities()
                        .recognize(
                                post, tokens, names.world(), needsEntities(tokens, language, names))
                : List.of();
    }

    /** Texts too short to tell their language count as English: names are names. */
    private static boolean english(String language) {
        return language.equals(ENGLISH) || language.equals(LanguageIdentifier.UNDETERMINED);
    }

    private boolean needsEntities(List<Token> tokens, String language, PlaceNamesFound names) {
        return english(language) && models.triage().needsEntities(tokens, !names.isEmpty());
    }

    /** What was understood as a place is a location, where the models saw no name. */
    private static List<EntityMention> withPlaces(
            List<EntityMention> entities, List<PlaceMention> stated) {
        List<EntityMention> all = new ArrayList<>(entities);
        for (PlaceMention place : stated) {
            if (all.stream().noneMatch(e -> e.start() < place.end() && place.start() < e.end())) {
                all.add(
                        new EntityMention(
                                EntityType.LOCATION, place.text(), place.start(), place.end()));
            }
        }
        all.sort(Comparator.comparingInt(EntityMention::start));
        return all;
    }

    private static List<PlaceMention> withPlatformPlace(
            @Nullable PostPlace place, List<PlaceMention> stated) {
        List<PlaceMention> places = new ArrayList<>(stated.size() + 1);
        if (place != null) {
            places.add(
                    new PlaceMention(
                            "",
                            0,
                            0,
                            place.point(),
                            place.radiusMeters(),
                            place.evidence(),
                            PlaceBasis.STATED,
                            PlatformPrecision.of(place.radiusMeters()),
                            "platform:" + place.evidence(),
                            1));
        }
        places.addAll(stated);
        return places;
    }
}
