// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Makes JSON of what the parser finds: mappings with unique plain keys, sequences and scalars.
 * Anchors, aliases, tags, merge keys, directives and several documents are refused, not
 * interpreted; nothing is built of them first.
 */
final class YamlReader {

    private static final int MOST_CODE_POINTS = 1_000_000;
    private static final int DEEPEST = 16;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MOST_CODE_POINTS).build();

    private final Iterator<Event> events;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    static YamlDocument read(String text) throws RefusedYamlException {
        if (text.length() > MOST_CODE_POINTS) {
            throw new RefusedYamlException(
                    "", 0, "longer than " + MOST_CODE_POINTS + " characters");
        }
        try {
            YamlReader reader = new YamlReader(new Parse(SETTINGS).parseString(text).iterator());
            JsonNode root = reader.document();
            return new YamlDocument(root, reader.lines);
        } catch (MarkedYamlEngineException e) {
            throw new RefusedYamlException(
                    "", line(e.getProblemMark()), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new RefusedYamlException("", 0, "not YAML: " + e.getMessage());
        }
    }

    private JsonNode document() throws RefusedYamlException {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent start)) {
            throw new RefusedYamlException("", 1, "the file is empty");
        }
        Optional<SpecVersion> version = start.getSpecVersion();
        if (version.isPresent() || !start.getTags().isEmpty()) {
            throw new RefusedYamlException("", 1, "directives (%NAME) are not allowed");
        }
        JsonNode root = node(events.next(), "", 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new RefusedYamlException("", line(end.getStartMark()), "a second document");
        }
        return root;
    }

    private JsonNode node(Event event, String path, int depth) throws RefusedYamlException {
        int line = line(event.getStartMark());
        lines.put(path, line);
        if (depth > DEEPEST) {
            throw new RefusedYamlException(path, line, "nested deeper than " + DEEPEST + " levels");
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
        throw new RefusedYamlException(path, line, "a value is missing");
    }

    private ArrayNode sequence(String path, int depth) throws RefusedYamlException {
        ArrayNode array = NODES.arrayNode();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            array.add(node(event, path + "[" + array.size() + "]", depth + 1));
            event = events.next();
        }
        return array;
    }

    private ObjectNode mapping(String path, int depth) throws RefusedYamlException {
        ObjectNode object = NODES.objectNode();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            int line = line(event.getStartMark());
            String key = key(event, path, line);
            String keyPath = path.isEmpty() ? key : path + "." + key;
            if (object.has(key)) {
                throw new RefusedYamlException(keyPath, line, "the key appears twice");
            }
            object.set(key, node(events.next(), keyPath, depth + 1));
            event = events.next();
        }
        return object;
    }

    private static String key(Event event, String path, int line) throws RefusedYamlException {
        refuseReferences(event, path, line);
        if (!(event instanceof ScalarEvent scalar)) {
            throw new RefusedYamlException(path, line, "a key must be a word");
        }
        refuseTag(scalar.getTag(), path, line);
        if (scalar.getValue().equals("<<")) {
            throw new RefusedYamlException(path, line, "merge keys are not allowed");
        }
        return scalar.getValue();
    }

    private static void refuseReferences(Event event, String path, int line)
            throws RefusedYamlException {
        if (event instanceof AliasEvent) {
            throw new RefusedYamlException(path, line, "aliases (*name) are not allowed");
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
            throw new RefusedYamlException(path, line, "anchors (&name) are not allowed");
        }
    }

    private static void refuseTag(Optional<String> tag, String path, int line)
            throws RefusedYamlException {
        if (tag.isPresent()) {
            throw new RefusedYamlException(path, line, "tags (!name) are not allowed");
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(place -> place.getLine() + 1).orElse(0);
    }
}
