// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a CAP 1.2 alert (and of 1.1, which has the same elements) and nothing around it.
 *
 * <p>A document type declaration is refused before anything of it is looked at, so that no entity
 * is ever defined, expanded or fetched.
 */
final class CapXml {

    private static final Set<String> NAMESPACES =
            Set.of("urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:cap:1.1");
    private static final int DEEPEST = 20;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, List<String>> alert = new HashMap<>();
    private final List<CapInfo> infos = new ArrayList<>();
    private Map<String, List<String>> info = new HashMap<>();

    private CapXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * The alert that the document is.
     *
     * @throws UnreadableCapException when it is not well-formed, declares a type, or is no alert
     */
    static CapAlert read(String document) throws UnreadableCapException {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new StringReader(document.strip()));
            try {
                return new CapXml(reader).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableCapException("not well-formed XML, or it declares a document type");
        }
    }

    /** The JDK's own parser, whatever else is on the class path, with everything remote off. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing outside the document is read");
                });
        return factory;
    }

    private CapAlert read() throws XMLStreamException, UnreadableCapException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableCapException(
                                "a document type declaration or an entity is not allowed");
                case XMLStreamConstants.START_ELEMENT -> {
                    start();
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(text.toString().strip());
                    text.setLength(0);
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        return new CapAlert(
                first(alert, "sender"),
                first(alert, "identifier"),
                first(alert, "sent"),
                first(alert, "status"),
                first(alert, "msgType"),
                words(first(alert, "references")),
                words(first(alert, "incidents")),
                infos);
    }

    private void start() throws UnreadableCapException {
        boolean cap = NAMESPACES.contains(String.valueOf(xml.getNamespaceURI()));
        if (path.isEmpty() && !(cap && xml.getLocalName().equals("alert"))) {
            throw new UnreadableCapException("the root is not an alert of CAP 1.2");
        }
        if (path.size() == DEEPEST) {
            throw new UnreadableCapException("nested deeper than " + DEEPEST + " levels");
        }
        // Whatever stands inside a foreign element, such as a signature, is foreign too.
        String parent = path.isEmpty() ? "" : path.getLast();
        path.addLast(cap && !parent.equals("?") ? parent + "/" + xml.getLocalName() : "?");
    }

    private void end(String text) {
        String element = path.removeLast();
        String name = xml.getLocalName();
        if (element.equals("/alert/info")) {
            infos.add(info());
            info = new HashMap<>();
        } else if (element.startsWith("/alert/info/area/")
                || element.equals("/alert/info/" + name)) {
            info.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
        } else if (element.equals("/alert/" + name)) {
            alert.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
        }
    }

    private CapInfo info() {
        return new CapInfo(
                first(info, "language"),
                info.getOrDefault("category", List.of()),
                first(info, "event"),
                first(info, "severity"),
                info.getOrDefault("responseType", List.of()),
                first(info, "expires"),
                info.getOrDefault("polygon", List.of()),
                info.getOrDefault("circle", List.of()));
    }

    private static String first(Map<String, List<String>> elements, String name) {
        return elements.getOrDefault(name, List.of("")).get(0);
    }

    private static List<String> words(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\s+", -1));
    }
}
