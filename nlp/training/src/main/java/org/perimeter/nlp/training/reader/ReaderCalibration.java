// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.CloseModel;
import org.perimeter.nlp.close.CloseReader;
import org.perimeter.nlp.close.HeadModel;
import org.perimeter.nlp.close.Heads;
import org.perimeter.nlp.training.reader.data.Authors;
import org.perimeter.nlp.training.reader.data.ReaderCorpora;
import org.perimeter.nlp.training.reader.data.ReaderExample;
import org.perimeter.nlp.training.reader.fit.HeadFit;
import org.perimeter.nlp.training.reader.fit.ReadExample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Chooses what turns a trained model's numbers into answers, with the graph that ships, on the
 * hands that training did not see; and measures it there.
 */
final class ReaderCalibration {

    private final byte[] graph;
    private final Authors development;
    private final Consumer<String> progress;

    ReaderCalibration(byte[] graph, Authors development, Consumer<String> progress) {
        this.graph = graph.clone();
        this.development = development;
        this.progress = progress;
    }

    /** The same outputs with calibration and thresholds. */
    Heads fit(Heads trained) {
        progress.accept("calibrating with the quantized graph");
        List<ReaderExample> authored = new ArrayList<>(DevelopmentPosts.singles(development));
        authored.addAll(DevelopmentPosts.packs(development));
        HeadFit fit = new HeadFit(read(trained, authored));
        Map<CloseHead, HeadModel> questions = new EnumMap<>(CloseHead.class);
        trained.questions()
                .forEach((head, model) -> questions.put(head, fit.fit(head, model.output())));
        return new Heads(trained.model(), trained.width(), questions, trained.categories());
    }

    /** Writes curves and alarms into the card. */
    void judge(Heads heads, List<ReaderExample> aside, ModelCard card) {
        progress.accept("measuring on the posts kept aside");
        List<ReadExample> singles = read(heads, DevelopmentPosts.singles(development));
        List<ReadExample> alone =
                singles.stream().filter(r -> r.example().incident() == null).toList();
        List<ReadExample> packs = read(heads, DevelopmentPosts.packs(development));
        List<ReadExample> ordinary = read(heads, harmless(aside));
        card.curve("the posts of authors b, r and t", CloseHead.REPORT, alone);
        card.curve("the posts of authors b, r and t", CloseHead.THREAT, alone);
        card.curve("the posts of authors b, r and t", CloseHead.DENIES, alone);
        card.curve("the posts of authors b, r and t", CloseHead.RELEVANT, alone);
        card.curve("the packs of b, h, o, r and t", CloseHead.REPORT, packs);
        card.curve("the packs of b, h, o, r and t", CloseHead.THREAT, packs);
        card.curve("the packs of b, h, o, r and t", CloseHead.ABOUT, packs);
        card.curve(
                "daily life of the towns of b, r and t beside their incidents, and the packs",
                CloseHead.ABOUT,
                joined(singles, packs));
        card.categories(joined(alone, packs));
        card.alarms("harmless posts of authors b, r and t", harmlessOf(alone));
        card.alarms("harmless posts of the packs", harmlessOf(packs));
        card.alarms("ordinary posts of corpora", ordinary);
    }

    private static List<ReadExample> joined(List<ReadExample> one, List<ReadExample> other) {
        List<ReadExample> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static List<ReadExample> harmlessOf(List<ReadExample> read) {
        return read.stream().filter(r -> r.example().isHarmless()).toList();
    }

    private List<ReadExample> read(Heads heads, List<ReaderExample> examples) {
        try (CloseReader reader = CloseReader.open(new CloseModel.Present(graph, heads))) {
            return examples.stream().map(example -> ReadExample.of(reader, example)).toList();
        }
    }

    /** What a region posts on an ordinary day; the corpora of names hold the world's news too. */
    private static List<ReaderExample> harmless(List<ReaderExample> aside) {
        return aside.stream()
                .filter(post -> post.source().equals(ReaderCorpora.STREAM))
                .filter(post -> Boolean.FALSE.equals(post.labels().answer(CloseHead.RELEVANT)))
                .toList();
    }
}
