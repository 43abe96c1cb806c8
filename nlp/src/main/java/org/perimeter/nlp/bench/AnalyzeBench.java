// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.AnalysisRequest;
import org.perimeter.nlp.AnalyzerModels;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.corenlp.StockClassifier;
import org.perimeter.nlp.corenlp.StockModel;
import org.perimeter.nlp.line.BadLineException;
import org.perimeter.nlp.line.LineReader;
import org.perimeter.nlp.resource.LineResource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code bench analyze}: how many posts the analyzer reads per second of processor time, beside the
 * stock classifier called directly and CoreNLP's default pipeline on the same posts. Progress goes
 * to standard error; the last line of standard output is one JSON object.
 *
 * <p>Usage: {@code AnalyzeBench [posts.ndjson]}; without a file it uses invented posts of its own.
 */
public final class AnalyzeBench {

    private static final String POSTS = "/org/perimeter/nlp/bench/posts.txt";
    private static final double WARM_UP_SECONDS = 6;
    private static final int PASSES = 5;

    /** The default pipeline is so slow that a part of the posts must do. */
    private static final int PIPELINE_POSTS = 60;

    private AnalyzeBench() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException {
        List<String> posts = args.length > 0 ? read(Path.of(args[0])) : LineResource.read(POSTS);
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
                        WARM_UP_SECONDS,
                        PASSES);
        result.put("postsPerCpuSecond", Math.round(own));
        long heap = heapMegabytes();

        progress("default pipeline");
        @Nullable Consumer<String> pipeline = DefaultPipeline.load();
        if (pipeline == null) {
            result.putNull("ratioToCoreNlpDefault");
            result.put(
                    "ratioToCoreNlpDefaultReason",
                    "CoreNLP's full models and libraries are not on the class path");
        } else {
            List<String> some = posts.subList(0, Math.min(PIPELINE_POSTS, posts.size()));
            double slow = CpuClock.postsPerSecond(pipeline, some, WARM_UP_SECONDS, PASSES);
            result.put("ratioToCoreNlpDefault", ratio(own, slow));
        }

        progress("stock classifier called directly");
        StockClassifier crf = new StockClassifier(StockModel.load());
        double direct = CpuClock.postsPerSecond(crf::labelText, posts, WARM_UP_SECONDS, PASSES);
        result.put("ratioToDirectCrf", ratio(own, direct));
        result.put("shareToCoreNlp", shareToCoreNlp(analyzer, posts));
        result.put("readySeconds", ready);
        result.put("heapMb", heap);
        machine(result, posts.size());
        print(result);
    }

    private static double ratio(double own, double other) {
        return Math.round(100 * own / other) / 100.0;
    }

    private static double shareToCoreNlp(PostAnalyzer analyzer, List<String> posts) {
        long sent =
                posts.stream().filter(t -> analyzer.needsEntities(AnalysisRequest.of(t))).count();
        return Math.round(1000.0 * sent / posts.size()) / 1000.0;
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
