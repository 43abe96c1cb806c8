// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.AnalysisRequest;
import org.perimeter.nlp.AnalyzerModels;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.corenlp.PublishedModel;
import org.perimeter.nlp.corenlp.StockClassifier;
import org.perimeter.nlp.line.BadLineException;
import org.perimeter.nlp.line.LineReader;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.model.reading.EntityMention;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code bench analyze}: how many posts the analyzer reads per second of processor time, beside the
 * stock classifier called directly and CoreNLP's default pipeline on the same posts. Progress goes
 * to standard error; the last line of standard output is one JSON object.
 */
public final class AnalyzeBench {

    private static final double WARM_UP_SECONDS = 6;

    /** The analyzer is many small steps, which a busy machine takes long to compile well. */
    private static final double OWN_WARM_UP_SECONDS = 15;

    private static final int PASSES = 5;

    /** The default pipeline is so slow that a part of the posts must do. */
    private static final int PIPELINE_POSTS = 60;

    private static final int INVENTED_POSTS = 3_000;
    private static final int[] LENGTHS = {300, 1_000, 3_000};

    private AnalyzeBench() {}

    /** Runs the benchmark. */
    public static void main(String[] args) {
        System.exit(CommandManner.run(new AnalyzeBenchOptions(), AnalyzeBench::measure, args));
    }

    private static int measure(AnalyzeBenchOptions options) throws IOException {
        Path file = options.posts();
        List<String> posts = file == null ? InventedStream.posts(INVENTED_POSTS) : read(file);
        if (posts.isEmpty()) {
            throw new WrongCallException(file + " holds no post");
        }
        ObjectNode result = new ObjectMapper().createObjectNode();
        progress("loading the models");
        AnalyzerModels models = AnalyzerModels.load(List.of());
        PostAnalyzer analyzer = new PostAnalyzer(models);
        analyzer.analyze(AnalysisRequest.of(posts.get(0)));
        double ready = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;

        progress("analyzer on " + posts.size() + " posts");
        double own =
                CpuClock.postsPerSecond(
                        text -> analyzer.analyze(AnalysisRequest.of(text)),
                        posts,
                        OWN_WARM_UP_SECONDS,
                        PASSES);
        result.put("postsPerCpuSecond", Math.round(own));
        long heap = heapMegabytes();

        progress("default pipeline");
        @Nullable Consumer<String> pipeline = DefaultPipeline.load(PublishedModel.classPath());
        if (pipeline == null) {
            result.putNull("ratioToCoreNlpDefault");
            result.put(
                    "ratioToCoreNlpDefaultReason",
                    "CoreNLP's full models and libraries could not be fetched");
        } else {
            double slow = CpuClock.postsPerSecond(pipeline, sample(posts), WARM_UP_SECONDS, PASSES);
            result.put("ratioToCoreNlpDefault", ratio(own, slow));
        }

        progress("stock classifier called directly");
        StockClassifier crf = new StockClassifier(PublishedModel.load());
        double direct = CpuClock.postsPerSecond(crf::labelText, posts, WARM_UP_SECONDS, PASSES);
        result.put("ratioToDirectCrf", ratio(own, direct));
        result.put("shareToCoreNlp", shareToCoreNlp(analyzer, posts));
        result.put("namesKeptByTriage", namesKept(analyzer, posts));
        ObjectNode byLength = result.putObject("microsPerThousandCharacters");
        for (int length : LENGTHS) {
            byLength.put(Integer.toString(length), microsPerThousand(analyzer, posts, length));
        }
        result.put("readySeconds", ready);
        result.put("heapMb", heap);
        result.put("modelFilesMb", Math.round(ModelFiles.bytes() / 1e5) / 10.0);
        machine(result, posts.size());
        print(result);
        return 0;
    }

    private static double ratio(double own, double other) {
        return Math.round(100 * own / other) / 100.0;
    }

    private static double shareToCoreNlp(PostAnalyzer analyzer, List<String> posts) {
        long sent =
                posts.stream().filter(t -> analyzer.needsEntities(AnalysisRequest.of(t))).count();
        return Math.round(1000.0 * sent / posts.size()) / 1000.0;
    }

    /** Of the names that are found without triage, the share that is found with it. */
    private static double namesKept(PostAnalyzer analyzer, List<String> posts) {
        long kept = 0;
        long all = 0;
        for (String post : posts) {
            AnalysisRequest request = AnalysisRequest.of(post);
            List<EntityMention> names = analyzer.entitiesWithoutTriage(request);
            Set<EntityMention> found = Set.copyOf(analyzer.analyze(request).entities());
            all += names.size();
            kept += names.stream().filter(found::contains).count();
        }
        return Math.round(1000.0 * kept / Math.max(1, all)) / 1000.0;
    }

    /** What a text of a certain length costs, to show that no step costs more than its length. */
    private static long microsPerThousand(PostAnalyzer analyzer, List<String> posts, int length) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String post : posts) {
            text.append(post).append(". ");
            if (text.length() >= length) {
                texts.add(text.substring(0, length));
                text.setLength(0);
            }
        }
        double perSecond =
                CpuClock.postsPerSecond(
                        post -> analyzer.analyze(AnalysisRequest.of(post)), texts, 1, PASSES);
        return Math.round(1e9 / perSecond / length);
    }

    /** Posts from all over the stream, incidents among them. */
    private static List<String> sample(List<String> posts) {
        // Off the rhythm in which incidents come.
        int step = posts.size() / PIPELINE_POSTS + 1;
        List<String> some = new ArrayList<>();
        for (int i = 0; i < posts.size() && some.size() < PIPELINE_POSTS; i += step) {
            some.add(posts.get(i));
        }
        return some;
    }

    private static long heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static void machine(ObjectNode result, int posts) {
        result.put("posts", posts);
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put(
                "loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        result.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        result.put("java", Runtime.version().toString());
        result.put("maxHeapMb", Runtime.getRuntime().maxMemory() >> 20);
        result.put("corenlp", "4.5.10");
    }

    private static List<String> read(Path file) throws IOException {
        LineReader reader = new LineReader();
        List<String> posts = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            try {
                posts.add(reader.read(line).text());
            } catch (BadLineException e) {
                progress("a line was left out: " + e.getMessage());
            }
        }
        return posts;
    }

    private static void progress(String what) {
        System.err.println("bench analyze: " + what);
    }

    private static void print(ObjectNode result) {
        System.out.println(result);
    }
}
