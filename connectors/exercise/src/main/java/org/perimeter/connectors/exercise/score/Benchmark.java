// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.connectors.exercise.judge.Score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up exercises and says what came of all of them, as JSON.
 *
 * <p>The same text under another seed is no new observation, so the intervals count every text
 * once, however many seeds were played.
 */
public final class Benchmark {

    private static final double THOUSAND = 1_000;

    private final ObjectMapper json = new ObjectMapper();
    private final int seeds;
    private final Map<KindOfPost, KindCounts> kinds = new EnumMap<>(KindOfPost.class);
    private int incidents;
    private Score admission = new Score(0, 0, 0);
    private Score admissionOfPacks = new Score(0, 0, 0);
    private Score places = new Score(0, 0, 0);
    private Score placesKept = new Score(0, 0, 0);
    private AlertCounts alerts = AlertCounts.NONE;

    /**
     * @param seeds with how many seeds each exercise is played
     */
    public Benchmark(int seeds) {
        this.seeds = seeds;
    }

    /**
     * Adds an exercise.
     *
     * @return one JSON object for each of its incidents
     */
    public List<String> add(String exercise, long seed, ExerciseScore score) {
        score.kinds().forEach((kind, counts) -> kinds.merge(kind, counts, KindCounts::plus));
        for (IncidentScore incident : score.incidents()) {
            incidents++;
            admission = admission.plus(incident.admission());
            admissionOfPacks = admissionOfPacks.plus(incident.admissionOfPacks());
            places = places.plus(incident.places());
            placesKept = placesKept.plus(incident.placesKept());
            alerts = alerts.plus(incident.alerts());
        }
        return score.incidents().stream().map(each -> line(exercise, seed, each)).toList();
    }

    private String line(String exercise, long seed, IncidentScore score) {
        ObjectNode line = json.createObjectNode();
        line.put("exercise", exercise).put("seed", seed);
        line.put("incident", score.plan().id()).put("category", score.plan().category().name());
        score(line.putObject("admission"), score.admission());
        score(line.putObject("places"), score.places());
        score(line.putObject("placesKept"), score.placesKept());
        alerts(line, score.alerts());
        return line.toString();
    }

    /**
     * The summary.
     *
     * @param exercises how many folders were played
     * @param seconds how long it took
     */
    public String summary(int exercises, double seconds) {
        ObjectNode summary = json.createObjectNode();
        summary.put("bench", "exercise").put("incidents", incidents);
        score(summary.putObject("admission"), admission);
        score(summary.putObject("places"), places);
        alerts(summary, alerts);
        KindCounts ordinary =
                counts(KindOfPost.ORDINARY).plus(counts(KindOfPost.ORDINARY_BY_POSITION));
        summary.put("falsePer1000Ordinary", rounded(THOUSAND * ordinary.kept(), ordinary.posts()));
        intervals(summary.putObject("intervals"), ordinary);
        score(summary.putObject("admissionOfPacks"), admissionOfPacks);
        score(summary.putObject("placesKept"), placesKept);
        ObjectNode breakdown = summary.putObject("kinds");
        kinds.forEach(
                (kind, counts) ->
                        breakdown
                                .putObject(kind.name())
                                .put("posts", counts.posts())
                                .put("kept", counts.kept())
                                .put("share", share(counts.kept(), counts.posts())));
        summary.put("exercises", exercises).put("seeds", seeds);
        summary.put("seconds", Math.round(seconds * 10) / 10.0);
        return summary.toString();
    }

    private KindCounts counts(KindOfPost kind) {
        return kinds.getOrDefault(kind, KindCounts.NONE);
    }

    private void intervals(ObjectNode into, KindCounts ordinary) {
        interval(into, "admissionPrecision", admission.right(), admission.found(), 1);
        interval(into, "admissionRecall", admission.right(), admission.wanted(), 1);
        interval(into, "placePrecision", places.right(), places.found(), 1);
        interval(into, "placeRecall", places.right(), places.wanted(), 1);
        interval(into, "alertPrecision", alerts.right(), alerts.raised(), 1);
        interval(into, "alertRecall", alerts.found(), alerts.expected(), 1);
        interval(into, "confirmedPrecision", alerts.confirmedRight(), alerts.confirmed(), 1);
        interval(into, "falsePer1000Ordinary", ordinary.kept(), ordinary.posts(), THOUSAND);
    }

    private void interval(ObjectNode into, String name, long part, long whole, double scale) {
        if (whole == 0) {
            into.putNull(name);
            return;
        }
        WilsonInterval interval = WilsonInterval.of((double) part / whole, (double) whole / seeds);
        ArrayNode ends = into.putArray(name);
        ends.add(rounded(interval.low() * scale, 1)).add(rounded(interval.high() * scale, 1));
    }

    private static void score(ObjectNode node, Score score) {
        node.put("precision", score.precision()).put("recall", score.recall());
        node.put("right", score.right());
        node.put("found", score.found());
        node.put("wanted", score.wanted());
    }

    private static void alerts(ObjectNode node, AlertCounts alerts) {
        node.putObject("alerts")
                .put("raised", alerts.raised())
                .put("right", alerts.right())
                .put("expected", alerts.expected())
                .put("found", alerts.found());
        node.putObject("confirmed")
                .put("raised", alerts.confirmed())
                .put("right", alerts.confirmedRight());
    }

    private static double rounded(double part, long whole) {
        return whole == 0 ? 0 : Math.round(THOUSAND * part / whole) / THOUSAND;
    }

    private static double share(long part, long whole) {
        return rounded((double) part, whole);
    }
}
