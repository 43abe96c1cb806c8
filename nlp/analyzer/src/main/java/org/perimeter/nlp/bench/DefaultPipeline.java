// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * CoreNLP as its manual starts it: {@code tokenize,ssplit,pos,lemma,ner} with default settings, in
 * a class loader of its own, because it needs CoreNLP's libraries and its full models (490 MB),
 * which nothing else carries.
 */
final class DefaultPipeline {

    private DefaultPipeline() {}

    /**
     * Work with the default pipeline.
     *
     * @param classPath file with the paths of all of its jars; null when not at hand
     * @return null when they are not at hand
     */
    static @Nullable Consumer<String> load(@Nullable Path classPath) throws IOException {
        if (classPath == null || !Files.isReadable(classPath)) {
            return null;
        }
        // Stays open as long as the pipeline is used, which is to the end of the process.
        URLClassLoader loader =
                new URLClassLoader(urls(classPath), ClassLoader.getPlatformClassLoader());
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Properties properties = new Properties();
            properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
            Class<?> type = loader.loadClass("edu.stanford.nlp.pipeline.StanfordCoreNLP");
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
        } catch (ReflectiveOperationException e) {
            loader.close();
            throw new IOException("CoreNLP's default pipeline does not start", e);
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    private static URL[] urls(Path classPath) throws IOException {
        String[] jars =
                Files.readString(classPath).strip().split(Pattern.quote(File.pathSeparator), -1);
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = Path.of(jars[i]).toUri().toURL();
        }
        return urls;
    }
}
