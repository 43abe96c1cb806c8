// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import org.perimeter.nlp.quality.corpus.BioCorpus;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.EverydayCorpus;
import org.perimeter.nlp.quality.corpus.GeoCorporaCorpus;
import org.perimeter.nlp.quality.corpus.IdrisiCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.corpus.LglCorpus;
import org.perimeter.nlp.quality.corpus.ThreatGramCorpus;
import org.perimeter.nlp.quality.corpus.invented.AuthoredCorpus;
import org.perimeter.nlp.quality.pack.PackPlacesRow;
import org.perimeter.nlp.quality.row.AuthoredRow;
import org.perimeter.nlp.quality.row.EntityRow;
import org.perimeter.nlp.quality.row.GeoparsingRow;
import org.perimeter.nlp.quality.row.LabelledReader;
import org.perimeter.nlp.quality.row.LocationMentionRow;
import org.perimeter.nlp.quality.row.Reach;
import org.perimeter.nlp.quality.row.RelevanceRow;
import org.perimeter.nlp.quality.row.ResolutionRow;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.SignalRow;
import org.perimeter.nlp.quality.row.SpanishRow;
import org.perimeter.nlp.quality.row.StreetRow;
import org.perimeter.nlp.quality.split.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of the measurement in the order in which they run. */
final class Rows {

    private static final List<Reach> FEW_ALERTS = List.of(Reach.atMost("per1000.alert", 2));

    /**
     * Nobody here trains on these, so that all that there is can be scored. The rules about areas
     * and states were written with the two corpora of places in view.
     */
    private static final Set<String> WHOLE =
            Set.of("geo_geocorpora", "geo_lgl", "packs", "thr_xstest_oktest");

    private Rows() {}

    /** The part of a row's corpus that is scored when the user asks for a part. */
    static Part part(Row row, Part asked) {
        return WHOLE.contains(row.corpus()) ? Part.ALL : asked;
    }

    /** The rows whose name or corpus contains this. */
    static List<Row> matching(String part) {
        return all().stream()
                .filter(row -> row.corpus().contains(part) || row.name().contains(part))
                .toList();
    }

    static List<Row> all() {
        return Stream.concat(authored().stream(), corpora().stream()).toList();
    }

    /** All authors who are held back together, and each apart. */
    private static List<Row> authored() {
        List<Row> rows = new ArrayList<>();
        rows.add(new AuthoredRow("authored.held-back", AuthoredCorpus.HELD_BACK));
        for (String author : AuthoredCorpus.HELD_BACK) {
            rows.add(new AuthoredRow("authored." + author, List.of(author)));
        }
        return rows;
    }

    private static List<Row> corpora() {
        return List.of(
                new EntityRow("entities.tweebank", "ner_tweebank", false, 0.65),
                new EntityRow("entities.wnut17", "ner_wnut17", false, 0.53),
                new EntityRow("entities.wnut16", "ner_wnut16", false, 0.58),
                new EntityRow("entities.btc", "ner_btc", true, 0.74),
                new LocationMentionRow(
                        "locations.idrisi",
                        "geo_idrisi_lmr",
                        IdrisiCorpus::read,
                        List.of(Reach.atLeast("locations.f1", 0.82))),
                new LocationMentionRow(
                        "locations.geocorpora",
                        "geo_geocorpora",
                        GeoCorporaCorpus::read,
                        List.of(Reach.atLeast("locations.f1", 0.74))),
                new GeoparsingRow(
                        "geoparsing.geocorpora",
                        "geo_geocorpora",
                        GeoCorporaCorpus::read,
                        List.of(
                                Reach.atLeast("within161km", 0.58)
                                        .beside("best of nine tools 0.456"),
                                Reach.atLeast("mentions.f1", 0.72)
                                        .beside("best of nine tools 0.667"))),
                new ResolutionRow(
                        "resolution.idrisi",
                        "geo_idrisi_lmd",
                        IdrisiCorpus::read,
                        List.of(
                                Reach.atLeast("incident.within161km", 0.85)
                                        .beside("population alone 0.76"))),
                new ResolutionRow(
                        "resolution.lgl",
                        "geo_lgl",
                        LglCorpus::read,
                        List.of(
                                Reach.atLeast("incident.within161km", 0.70)
                                        .beside("population alone 0.49"))),
                new StreetRow("bangor"),
                new StreetRow("columbus"),
                new PackPlacesRow(),
                new SpanishRow(),
                new SignalRow(
                        "threat.hatecheck",
                        "thr_hatecheck",
                        CsvCorpus.HATECHECK::read,
                        post -> post.label().startsWith("threat_"),
                        post -> post.label().endsWith("_nh"),
                        List.of(
                                Reach.atLeast("recall.threat", 0.90),
                                Reach.atMost("falseAlarms.threat", 0.03))),
                new SignalRow(
                        "threat.threatgram",
                        "thr_threatgram101",
                        ThreatGramCorpus::read,
                        labelled("2"),
                        labelled("0"),
                        List.of(
                                Reach.atLeast("recall.threat", 0.60),
                                Reach.atMost("falseAlarms.threat", 0.02))),
                new SignalRow(
                        "threat.edos",
                        "thr_edos",
                        CsvCorpus.EDOS::read,
                        post -> post.label().startsWith("1."),
                        post -> !post.label().startsWith("1."),
                        List.of(Reach.atLeast("recall.threat", 0.60))),
                new SignalRow(
                        "threat.hatemoji",
                        "thr_hatemoji",
                        CsvCorpus.HATEMOJI::read,
                        labelled("threateninglanguage"),
                        labelled("none"),
                        List.of(Reach.atLeast("recall.threat", 0.80))),
                new SignalRow(
                        "figurative.prompts",
                        "thr_xstest_oktest",
                        CsvCorpus.SAFE_PROMPTS::read,
                        post -> false,
                        post -> !post.label().startsWith("contrast"),
                        List.of(Reach.atMost("falseAlarms.alert", 0.03))),
                new SignalRow(
                        "figurative.everyday",
                        Row.BUNDLED,
                        EverydayCorpus::read,
                        labelled("REPORT"),
                        labelled("NONE"),
                        List.of(
                                Reach.atLeast("recall.alert", 0.88),
                                Reach.atMost("falseAlarms.alert", 0.03))),
                new RelevanceRow(
                        "figurative.dfe",
                        "thr_dfe_disaster",
                        corpus -> withoutGroup(CsvCorpus.DISASTER.read(corpus)),
                        labelled("1"),
                        List.of(Reach.atLeast("relevant.f1", 0.78))),
                new SignalRow(
                        "violence.crisislex",
                        "crs_crisislex_t26",
                        corpus -> CsvCorpus.CRISISLEX_T26.read(violent(corpus)),
                        labelled("Related and informative"),
                        post -> false,
                        List.of(Reach.atLeast("recall.alert", 0.88))),
                ordinary(
                        "ordinary.crisislex",
                        "crs_crisislex_t6",
                        corpus ->
                                CsvCorpus.CRISISLEX_T6.read(corpus.byEvent()).stream()
                                        .filter(labelled("off-topic"))
                                        .toList()),
                ordinary("ordinary.wnut17", "ner_wnut17", tagged(false)),
                ordinary("ordinary.btc", "ner_btc", tagged(true)),
                new RelevanceRow(
                        "relevance.crisislex-t6",
                        "crs_crisislex_t6",
                        corpus -> CsvCorpus.CRISISLEX_T6.read(corpus.byEvent()),
                        labelled("on-topic"),
                        List.of(Reach.atLeast("relevant.f1", 0.88))),
                new RelevanceRow(
                        "relevance.crisislex-t26",
                        "crs_crisislex_t26",
                        corpus ->
                                CsvCorpus.CRISISLEX_T26.read(corpus.byEvent()).stream()
                                        .filter(labelled("Not applicable").negate())
                                        .toList(),
                        post -> post.label().startsWith("Related"),
                        List.of(Reach.atLeast("relevant.f1", 0.88))));
    }

    private static Row ordinary(String name, String corpus, LabelledReader reader) {
        return new SignalRow(name, corpus, reader, post -> false, post -> true, FEW_ALERTS);
    }

    private static LabelledReader tagged(boolean splitHandles) {
        return corpus ->
                BioCorpus.read(corpus, splitHandles).stream()
                        .map(post -> new LabelledPost(post.text(), "", ""))
                        .toList();
    }

    /** The events of violence among the held-out ones; a file given outright is one. */
    private static CorpusFiles violent(CorpusFiles corpus) {
        return corpus.files().size() == 1
                ? corpus
                : corpus.byEvent().named(name -> name.contains("bombing"));
    }

    private static Predicate<LabelledPost> labelled(String label) {
        return post -> post.label().equals(label);
    }

    private static List<LabelledPost> withoutGroup(List<LabelledPost> posts) {
        return posts.stream().map(post -> new LabelledPost(post.text(), post.label(), "")).toList();
    }
}
