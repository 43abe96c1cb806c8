// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.HtmlText;
import org.w3c.dom.Element;

import java.util.Set;

/** Reads one entry of RSS, RDF or Atom, whose elements mean the same under different names. */
final class SyndicationEntry {

    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final Set<String> PLAIN = Set.of("text", "text/plain", "plain");

    private final Element entry;
    private final String url;
    private final boolean atom;

    SyndicationEntry(Element entry, String url) {
        this.entry = entry;
        this.url = url;
        this.atom = FeedXml.isAtom(entry);
    }

    FeedItem item(String feedLanguage) {
        String own = FeedXml.language(entry);
        String language = own.isEmpty() ? first(FeedXml.DC, "language") : own;
        return new FeedItem(
                key(),
                plain(own("title")),
                content(),
                link(),
                language.isEmpty() ? feedLanguage : language,
                published(),
                updated(),
                FeedPoint.of(entry));
    }

    private String key() {
        if (atom) {
            return text("id");
        }
        String guid = text("guid");
        return guid.isEmpty() ? entry.getAttributeNS(SyndicationReader.RDF, "about").strip() : guid;
    }

    private String content() {
        if (atom) {
            String content = plain(own("content"));
            return content.isEmpty() ? plain(own("summary")) : content;
        }
        String encoded = HtmlText.of(first(CONTENT, "encoded"));
        if (!encoded.isEmpty()) {
            return encoded;
        }
        String description = plain(own("description"));
        return description.isEmpty()
                ? plain(FeedXml.child(entry, SyndicationReader.ATOM, "summary"))
                : description;
    }

    private String link() {
        Element permalink = own("guid");
        String best = "";
        for (Element link : FeedXml.children(entry)) {
            if (link.getLocalName().equals("link")) {
                String rel = link.getAttribute("rel").strip();
                boolean readable = rel.isEmpty() || rel.equals("alternate");
                String href = link.getAttribute("href").strip();
                String target = href.isEmpty() ? FeedXml.text(link) : href;
                if (readable && best.isEmpty() && !target.isEmpty()) {
                    best = FeedXml.resolve(target, link, url);
                }
            }
        }
        if (!best.isEmpty() || permalink == null) {
            return best;
        }
        boolean address =
                !permalink.getAttribute("isPermaLink").strip().equals("false")
                        && FeedXml.text(permalink).startsWith("http");
        return address ? FeedXml.text(permalink) : "";
    }

    private String published() {
        String own = text(atom ? "published" : "pubDate");
        if (own.isEmpty() && atom) {
            own = text("issued");
        }
        if (own.isEmpty()) {
            own = first(FeedXml.DC, "date");
        }
        if (own.isEmpty()) {
            own = FeedXml.text(entry, TERMS, "created");
        }
        return own.isEmpty() ? FeedXml.text(entry, SyndicationReader.ATOM, "published") : own;
    }

    private String updated() {
        String own =
                atom ? text("updated") : FeedXml.text(entry, SyndicationReader.ATOM, "updated");
        if (own.isEmpty() && atom) {
            own = text("modified");
        }
        return own.isEmpty() ? FeedXml.text(entry, TERMS, "modified") : own;
    }

    /** Text, HTML or XHTML as plain text. */
    private String plain(@Nullable Element element) {
        if (element == null) {
            return "";
        }
        String type = element.getAttribute("type").strip();
        if (FeedXml.children(element).isEmpty()) {
            String text = FeedXml.text(element);
            boolean isPlain = PLAIN.contains(type) || (atom && type.isEmpty());
            return isPlain ? text : HtmlText.of(text);
        }
        return HtmlText.of(FeedXml.markup(element));
    }

    private @Nullable Element own(String name) {
        String namespace = entry.getNamespaceURI() == null ? "" : entry.getNamespaceURI();
        return FeedXml.child(entry, namespace, name);
    }

    private String text(String name) {
        Element element = own(name);
        return element == null ? "" : FeedXml.text(element);
    }

    private String first(String namespace, String name) {
        return FeedXml.text(entry, namespace, name);
    }
}
