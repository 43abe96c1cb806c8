// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.perimeter.connectors.spi.input.XmlText;
import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads RSS of all versions, RDF and Atom; a document type declaration is refused. What an entry
 * says is read from the elements as they were written, so that nothing is guessed for what cannot
 * be read, and one entry costs no other.
 */
final class SyndicationReader {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private SyndicationReader() {}

    /**
     * Reads a document.
     *
     * @param url where it was found, to which relative links relate
     */
    static FeedDocument read(byte[] document, String contentType, String url)
            throws UnreadableFeedException {
        Element root = FeedXml.parse(XmlText.decode(document, contentType));
        String name = String.valueOf(root.getLocalName());
        boolean atom = name.equals("feed") && FeedXml.isAtom(root);
        boolean rss = name.equals("rss") || (name.equals("RDF") && FeedXml.is(root, RDF, "RDF"));
        if (!atom && !rss) {
            throw new UnreadableFeedException("XML, but not a feed of RSS, RDF or Atom");
        }
        Element channel = atom ? root : FeedXml.any(root, "channel");
        String language = channel == null ? "" : language(channel);
        List<FeedItem> items = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        List<Element> parents = channel == null ? List.of(root) : List.of(channel, root);
        for (Element parent : atom ? List.of(root) : parents) {
            for (Element element : FeedXml.children(parent)) {
                if (element.getLocalName().equals(atom ? "entry" : "item")) {
                    items.add(new SyndicationEntry(element, url).item(language));
                } else if (FeedXml.is(element, TOMBSTONES, "deleted-entry")) {
                    deleted.add(element.getAttribute("ref").strip());
                }
            }
        }
        return new FeedDocument(items, deleted);
    }

    private static String language(Element channel) {
        String own = FeedXml.language(channel);
        if (!own.isEmpty()) {
            return own;
        }
        Element stated = FeedXml.any(channel, "language");
        return stated == null ? "" : FeedXml.text(stated);
    }
}
