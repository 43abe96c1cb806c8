// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * CoreNLP as its manual starts it: {@code tokenize,ssplit,pos,lemma,ner} with default settings.
 * Reached by name, because it needs CoreNLP's own libraries and its full models (474 MB), which
 * only a benchmark class path carries.
 */
final class DefaultPipeline {

    private static final String PROBE =
            "/edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";

    private DefaultPipeline() {}

    /** Work with the default pipeline; null when its models or libraries are not at hand. */
    static @Nullable Consumer<String> load() {
        if (DefaultPipeline.class.getResource(PROBE) == null) {
            return null;
        }
        try {
            Properties properties = new Properties();
            properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
            Class<?> type = Class.forName("edu.stanford.nlp.pipeline.StanfordCoreNLP");
            Constructor<?> constructor = type.getConstructor(Properties.class);
            Object pipeline = constructor.newInstance(properties);
            Method process = type.getMethod("process", String.class);
            return text -> {
                try {
                    process.invoke(pipeline, text);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
