// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The XML of feeds: parsed without anything from outside, and walked by namespace and name. */
final class FeedXml {

    static final String DC = "http://purl.org/dc/elements/1.1/";

    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEEPEST =
            "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final Pattern ENTITY =
            Pattern.compile(
                    "<!\\[CDATA\\[.*?]]>|&(?:([A-Za-z][A-Za-z0-9]{1,31});|#(x[0-9A-Fa-f]{1,8}|\\d{1,9});|)",
                    Pattern.DOTALL);
    private static final List<String> XML_ENTITIES = List.of("amp", "lt", "gt", "quot", "apos");

    private static final Pattern NO_CHARACTER =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private FeedXml() {}

    /** The root element; named HTML entities, which XML does not know, are read as in HTML. */
    static Element parse(String text) throws UnreadableFeedException {
        int start = text.indexOf('<');
        if (start < 0) {
            throw new UnreadableFeedException("not an RSS or Atom feed");
        }
        String xml = NO_CHARACTER.matcher(text.substring(start)).replaceAll("\uFFFD");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DOCTYPE, true);
            factory.setAttribute(DEEPEST, "200");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Else the parser prints what it finds, with content, to the console.
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new InputSource(new StringReader(healed(xml))));
            return document.getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableFeedException("not an RSS or Atom feed, or it declares a type");
        }
    }

    private static String healed(String xml) {
        return ENTITY.matcher(xml).replaceAll(found -> Matcher.quoteReplacement(healed(found)));
    }

    /** An entity of HTML as its character; what names no character as it stands there. */
    private static String healed(MatchResult found) {
        String name = found.group(1);
        if (found.group().startsWith("<") || (name != null && XML_ENTITIES.contains(name))) {
            return found.group();
        }
        if (name != null) {
            String character = Entities.getByName(name);
            boolean plain = !character.isEmpty() && !character.matches("[<>&\"']");
            return plain ? character : "&amp;" + name + ";";
        }
        if (found.group(2) != null) {
            return isCharacter(found.group(2)) ? found.group() : "\uFFFD";
        }
        return "&amp;";
    }

    /** Whether the number of a reference is one of a character that XML allows. */
    private static boolean isCharacter(String reference) {
        boolean hex = reference.startsWith("x");
        long c = Long.parseLong(hex ? reference.substring(1) : reference, hex ? 16 : 10);
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    static boolean isAtom(Element element) {
        String namespace = element.getNamespaceURI();
        return SyndicationReader.ATOM.equals(namespace)
                || "http://purl.org/atom/ns#".equals(namespace);
    }

    static boolean is(Element element, String namespace, String name) {
        String own = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        return name.equals(element.getLocalName()) && namespace.equals(own);
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static @Nullable Element child(Element parent, String namespace, String name) {
        for (Element element : children(parent)) {
            if (is(element, namespace, name)) {
                return element;
            }
        }
        return null;
    }

    /** A child of that name in whatever namespace. */
    static @Nullable Element any(Element parent, String name) {
        for (Element element : children(parent)) {
            if (name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    /** The text of a child; empty when there is none. */
    static String text(Element parent, String namespace, String name) {
        Element child = child(parent, namespace, name);
        return child == null ? "" : text(child);
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    /** The language of the element itself, as {@code xml:lang} says. */
    static String language(Element element) {
        return element.getAttributeNS(XMLConstants.XML_NS_URI, "lang").strip();
    }

    /** The content as markup that a reader of HTML understands. */
    static String markup(Element element) {
        StringBuilder html = new StringBuilder();
        write(element, html);
        return html.toString();
    }

    private static void write(Element parent, StringBuilder html) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                html.append('<').append(element.getLocalName()).append('>');
                write(element, html);
                html.append("</").append(element.getLocalName()).append('>');
            } else if (node.getNodeType() == Node.TEXT_NODE
                    || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                html.append(Entities.escape(String.valueOf(node.getNodeValue())));
            }
        }
    }

    /** A link as an address: relative to {@code xml:base}, and that to the document's own. */
    static String resolve(String link, Element at, String url) {
        try {
            return base(at, url).resolve(link.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    /** As {@link #resolve(String, Element, String)}, without a document around it. */
    static String resolve(String link, String url) {
        try {
            return link.isEmpty() || url.isEmpty()
                    ? link
                    : URI.create(url).resolve(link.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    private static URI base(Element at, String url) {
        Node parent = at.getParentNode();
        URI outer = parent instanceof Element element ? base(element, url) : URI.create(url);
        String own = at.getAttributeNS(XMLConstants.XML_NS_URI, "base").strip();
        return own.isEmpty() ? outer : outer.resolve(own);
    }
}
