// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.stock.StockDecoder;
import org.perimeter.nlp.entities.word.WordClasses;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of persons, organisations and locations in English posts. A model trained on posts has the
 * first word; where a post speaks of an incident, one trained on posts from disasters too.
 * CoreNLP's stock model, trained on news, adds locations and organisations where nothing was seen
 * before, and has the last word on places that are called like persons. Read-only: any number of
 * threads may share it, and its answers do not depend on what it saw before.
 */
public final class EntityRecognizer {

    /** The types in which the stock model is right often enough to add to ours. */
    private static final Set<EntityType> FROM_STOCK =
            EnumSet.of(EntityType.LOCATION, EntityType.ORGANIZATION);

    private final NameDecoder everyday;
    private final NameDecoder incident;
    private final StockDecoder stock;
    private final WordClasses words;
    private final IncidentWords incidentWords = IncidentWords.load();

    /**
     * Recognises with three models.
     *
     * @param everyday {@link NameModel#EVERYDAY}
     * @param incident {@link NameModel#INCIDENT}
     * @param stock CoreNLP's
     * @param words tells given names
     */
    public EntityRecognizer(
            NameDecoder everyday, NameDecoder incident, StockDecoder stock, WordClasses words) {
        this.everyday = everyday;
        this.incident = incident;
        this.stock = stock;
        this.words = words;
    }

    /**
     * The mentions in text order, with code point offsets.
     *
     * @param places the gazetteer's names in the post
     * @param news whether to ask the stock model too, which costs more than the others together and
     *     sees next to nothing where no word looks like a name
     */
    public List<EntityMention> recognize(
            PostText post, List<Token> tokens, List<NameMatch> places, boolean news) {
        List<NameToken> named = NameTokens.of(tokens);
        NameDecoder posts = incidentWords.in(tokens) ? incident : everyday;
        List<EntityMention> mentions =
                countries(
                        EntityAssembler.assemble(post, named, posts.label(named, places)),
                        post,
                        tokens,
                        places);
        List<EntityMention> second =
                news ? EntityAssembler.assemble(post, named, stock(named)) : List.of();
        List<EntityMention> all = with(settled(mentions, second), second, FROM_STOCK);
        all.sort(Comparator.comparingInt(EntityMention::start));
        return all;
    }

    /** The first mentions, and those others of certain types that overlap none of them. */
    private static List<EntityMention> with(
            List<EntityMention> first, List<EntityMention> others, Set<EntityType> types) {
        List<EntityMention> all = new ArrayList<>(first);
        for (EntityMention other : others) {
            if (types.contains(other.type())
                    && first.stream().noneMatch(mention -> overlap(mention, other))) {
                all.add(other);
            }
        }
        return all;
    }

    /** A country is a location, whether it plays, rules or is flown to. */
    private static List<EntityMention> countries(
            List<EntityMention> mentions,
            PostText post,
            List<Token> tokens,
            List<NameMatch> places) {
        Set<Integer> starts = new HashSet<>();
        for (NameMatch place : places) {
            if (place.places().get(0).kind() == PlaceKind.COUNTRY) {
                starts.add(post.codePointsBefore(tokens.get(place.firstToken()).start()));
            }
        }
        return mentions.stream()
                .map(
                        mention ->
                                mention.type() == EntityType.ORGANIZATION
                                                && mention.text().indexOf(' ') < 0
                                                && starts.contains(mention.start())
                                        ? new EntityMention(
                                                EntityType.LOCATION,
                                                mention.text(),
                                                mention.start(),
                                                mention.end())
                                        : mention)
                .toList();
    }

    /** A place with a given name is one only if the stock model thinks so too. */
    private List<EntityMention> settled(List<EntityMention> mentions, List<EntityMention> news) {
        List<EntityMention> settled = new ArrayList<>(mentions.size());
        for (EntityMention mention : mentions) {
            if (mention.type() != EntityType.LOCATION
                    || !isGivenName(mention.text())
                    || news.stream()
                            .anyMatch(
                                    other ->
                                            other.type() == EntityType.LOCATION
                                                    && overlap(other, mention))) {
                settled.add(mention);
            } else if (news.stream().anyMatch(other -> overlap(other, mention))) {
                settled.add(
                        new EntityMention(
                                EntityType.PERSON, mention.text(), mention.start(), mention.end()));
            }
        }
        return settled;
    }

    private boolean isGivenName(String text) {
        int names = words.names(text.toLowerCase(Locale.ROOT));
        return (names & (WordClasses.MALE | WordClasses.FEMALE)) != 0;
    }

    private List<String> stock(List<NameToken> tokens) {
        List<String> labels = new ArrayList<>(tokens.size());
        for (byte label : stock.decode(stockTexts(tokens))) {
            labels.add(stock.labels().get(label));
        }
        return labels;
    }

    private static boolean overlap(EntityMention one, EntityMention other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /** What the stock model reads: a hashtag with its sign. */
    public static List<String> stockTexts(List<NameToken> tokens) {
        return tokens.stream()
                .map(t -> t.kind() == TokenKind.HASHTAG ? "#" + t.text() : t.text())
                .toList();
    }
}
