// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * Reads the Local-Global Lexicon: XML of news articles with toponyms, code point offsets, and
 * coordinates where GeoNames has them. Grouped by newspaper. Nobody here trains on it: always read
 * whole.
 */
public final class LglCorpus {

    private LglCorpus() {}

    /** All articles. */
    public static List<PlacedPost> read(CorpusFiles corpus) throws IOException {
        List<PlacedPost> posts = new ArrayList<>();
        for (Path file : corpus.files()) {
            NodeList articles = parse(file).getElementsByTagName("article");
            for (int i = 0; i < articles.getLength(); i++) {
                posts.add(article((Element) articles.item(i)));
            }
        }
        return posts;
    }

    private static Document parse(Path file) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try (InputStream in = CorpusFiles.bytes(file)) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file.getFileName() + " is not the XML that was expected", e);
        }
    }

    private static PlacedPost article(Element article) {
        List<PlacedPost.Place> places = new ArrayList<>();
        NodeList toponyms = article.getElementsByTagName("toponym");
        for (int i = 0; i < toponyms.getLength(); i++) {
            Element toponym = (Element) toponyms.item(i);
            Span span =
                    new Span(
                            Integer.parseInt(text(toponym, "start")),
                            Integer.parseInt(text(toponym, "end")));
            places.add(new PlacedPost.Place(span, text(toponym, "fclass"), point(toponym)));
        }
        return new PlacedPost(text(article, "text"), text(article, "domain"), places);
    }

    private static @Nullable GeoPoint point(Element toponym) {
        String lat = text(toponym, "lat");
        String lon = text(toponym, "lon");
        return lat.isEmpty() || lon.isEmpty()
                ? null
                : new GeoPoint(Double.parseDouble(lat), Double.parseDouble(lon));
    }

    /** The first element of that name below; empty when there is none. */
    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
