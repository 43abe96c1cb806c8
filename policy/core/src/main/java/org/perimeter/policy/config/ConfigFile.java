// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.yaml.RefusedYamlException;
import org.perimeter.policy.yaml.YamlDocument;
import org.perimeter.policy.yaml.YamlProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A deployment's configuration file, read and checked for its outline; sections are taken from it.
 */
public final class ConfigFile {

    /** The sections a deployment may have; each process validates those it uses. */
    public static final Set<String> SECTIONS =
            Set.of("store", "keys", "rulebook", "sources", "jobs", "console");

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private final Path file;
    private final YamlDocument document;

    private ConfigFile(Path file, YamlDocument document) {
        this.file = file;
        this.document = document;
    }

    /**
     * Reads the file and refuses sections that do not exist.
     *
     * @throws ConfigException when the file is missing, is not YAML, or has unknown sections
     */
    public static ConfigFile read(Path file) {
        YamlDocument document;
        try {
            document = YamlDocument.parse(Files.readString(file));
        } catch (RefusedYamlException e) {
            throw new ConfigException(file, List.of(e.problem()));
        } catch (IOException e) {
            throw new ConfigException(
                    file,
                    List.of(
                            new YamlProblem(
                                    "", "cannot be read; give an existing file with --config")));
        }
        ConfigFile config = new ConfigFile(file, document);
        if (!document.root().isObject()) {
            throw config.broken("", "must be a mapping with the sections " + sections());
        }
        List<YamlProblem> problems = new ArrayList<>();
        for (Iterator<String> names = document.root().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!SECTIONS.contains(name)) {
                problems.add(config.problem(name, "unknown section; known are " + sections()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(file, problems);
        }
        return config;
    }

    /**
     * A section as the given record; every rule that its constructor enforces is reported with its
     * YAML path.
     *
     * @throws ConfigException when the section is missing, has unknown keys, or is not valid
     */
    public <T> T section(String name, Class<T> type) {
        JsonNode node = document.root().get(name);
        if (node == null || node.isNull()) {
            throw broken(name, "section is missing");
        }
        return read(name, node, type);
    }

    /** A section as the given record, or the default when the file does not have it. */
    public <T> T section(String name, Class<T> type, T absent) {
        JsonNode node = document.root().get(name);
        return node == null || node.isNull() ? absent : read(name, node, type);
    }

    /** A path of this file, resolved against the folder that the file lies in. */
    public Path resolve(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    /** A problem at a path of this file, with its line. */
    public YamlProblem problem(String path, String message) {
        return document.problem(path, message);
    }

    /** The file itself. */
    public Path file() {
        return file;
    }

    /**
     * For constructors of configuration records: refuses an absent or blank value.
     *
     * @throws IllegalArgumentException with {@code name} in front, which becomes part of the path
     */
    public static void require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + ": a value is required");
        }
    }

    private <T> T read(String name, JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (UnrecognizedPropertyException e) {
            throw broken(path(name, e), "unknown key; known are " + e.getKnownPropertyIds());
        } catch (ValueInstantiationException e) {
            throw fromConstructor(path(name, e), e);
        } catch (JsonMappingException e) {
            throw broken(path(name, e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw broken(name, e.getOriginalMessage());
        }
    }

    private ConfigException fromConstructor(String path, ValueInstantiationException e) {
        Throwable cause = e.getCause();
        String message = cause == null ? null : cause.getMessage();
        if (!(cause instanceof IllegalArgumentException) || message == null) {
            return broken(path, "a required value is missing");
        }
        int colon = message.indexOf(": ");
        boolean named = colon > 0 && message.substring(0, colon).matches("[\\w.\\[\\]]+");
        return named
                ? broken(path + "." + message.substring(0, colon), message.substring(colon + 2))
                : broken(path, message);
    }

    private static String path(String section, JsonMappingException e) {
        StringBuilder path = new StringBuilder(section);
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append('.').append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String sections() {
        return SECTIONS.stream().sorted().toList().toString();
    }

    private ConfigException broken(String path, String message) {
        return new ConfigException(file, List.of(problem(path, message)));
    }
}
