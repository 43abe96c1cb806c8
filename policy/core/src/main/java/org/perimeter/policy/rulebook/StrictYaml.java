// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Reads the part of YAML that means the same to every reader: mappings with unique plain keys,
 * sequences and scalars. Anchors, aliases, tags, merge keys, several documents and words that YAML
 * 1.1 and 1.2 read differently are refused, not interpreted.
 */
public final class StrictYaml {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 16;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final Map<String, Integer> lines = new HashMap<>();

    private StrictYaml(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * Parses a text.
     *
     * @throws StrictYamlException at the first thing that is not allowed
     */
    public static YamlTree parse(String text) throws StrictYamlException {
        if (text.length() > MOST_CHARACTERS) {
            throw new StrictYamlException("", 0, "longer than " + MOST_CHARACTERS + " characters");
        }
        try {
            Iterator<Event> events =
                    new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
            StrictYaml reader = new StrictYaml(events);
            return new YamlTree(reader.document(), reader.lines);
        } catch (MarkedYAMLException e) {
            throw new StrictYamlException(
                    "", line(e.getProblemMark()), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new StrictYamlException("", 0, "not YAML: " + e.getMessage());
        }
    }

    private JsonNode document() throws StrictYamlException {
        events.next();
        if (!events.next().is(Event.ID.DocumentStart)) {
            throw new StrictYamlException("", 1, "the file is empty");
        }
        JsonNode root = node(events.next(), "", 0);
        events.next();
        Event end = events.next();
        if (!end.is(Event.ID.StreamEnd)) {
            throw new StrictYamlException("", line(end.getStartMark()), "a second document");
        }
        return root;
    }

    private JsonNode node(Event event, String path, int depth) throws StrictYamlException {
        int line = line(event.getStartMark());
        lines.put(path, line);
        if (depth > DEEPEST) {
            throw new StrictYamlException(path, line, "nested deeper than " + DEEPEST + " levels");
        }
        refuseReferences(event, path, line);
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), path, line);
            return scalar.isPlain()
                    ? PlainScalar.read(scalar.getValue(), path, line)
                    : NODES.textNode(scalar.getValue());
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), path, line);
            return sequence(path, depth);
        }
        if (event instanceof MappingStartEvent mapping) {
            refuseTag(mapping.getTag(), path, line);
            return mapping(path, depth);
        }
        throw new StrictYamlException(path, line, "a value is missing");
    }

    private ArrayNode sequence(String path, int depth) throws StrictYamlException {
        ArrayNode array = NODES.arrayNode();
        for (Event e = events.next(); !e.is(Event.ID.SequenceEnd); e = events.next()) {
            array.add(node(e, path + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }

    private ObjectNode mapping(String path, int depth) throws StrictYamlException {
        ObjectNode object = NODES.objectNode();
        for (Event e = events.next(); !e.is(Event.ID.MappingEnd); e = events.next()) {
            int line = line(e.getStartMark());
            refuseReferences(e, path, line);
            if (!(e instanceof ScalarEvent scalar)) {
                throw new StrictYamlException(path, line, "a key must be a word");
            }
            refuseTag(scalar.getTag(), path, line);
            String key = scalar.getValue();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            if (key.equals("<<")) {
                throw new StrictYamlException(path, line, "merge keys are not allowed");
            }
            if (object.has(key)) {
                throw new StrictYamlException(keyPath, line, "the key appears twice");
            }
            object.set(key, node(events.next(), keyPath, depth + 1));
        }
        return object;
    }

    private static void refuseReferences(Event event, String path, int line)
            throws StrictYamlException {
        if (event instanceof AliasEvent) {
            throw new StrictYamlException(path, line, "aliases (*name) are not allowed");
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor() != null) {
            throw new StrictYamlException(path, line, "anchors (&name) are not allowed");
        }
    }

    private static void refuseTag(@Nullable String tag, String path, int line)
            throws StrictYamlException {
        if (tag != null) {
            throw new StrictYamlException(path, line, "tags (!name) are not allowed");
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }
}
