// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

import java.util.regex.Pattern;

/** The text of an HTML fragment: tags stripped, line breaks and blocks as newlines. */
public final class HtmlText {

    private static final String UNREAD = "script,style,template,title,iframe,noscript";
    private static final Pattern SPACES = Pattern.compile("[ \\t\\f\\r\\n]+");
    private static final Pattern AROUND_NEWLINE = Pattern.compile(" *\\n *");
    private static final Pattern NEWLINES = Pattern.compile("\\n{3,}");

    private HtmlText() {}

    /** The fragment as plain text; paragraphs are at most one empty line apart. */
    public static String of(String html) {
        StringBuilder text = new StringBuilder(html.length());
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(UNREAD).remove();
        body.traverse(new Collector(text));
        String lines = AROUND_NEWLINE.matcher(text).replaceAll("\n");
        return NEWLINES.matcher(lines).replaceAll("\n\n").strip();
    }

    private record Collector(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode part) {
                // Only HTML's own white space collapses; a no-break space is the author's.
                text.append(SPACES.matcher(part.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    text.append('\n');
                } else {
                    startLine(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                startLine(element);
            }
        }

        private void startLine(Element element) {
            boolean block = element.isBlock() && !element.normalName().equals("body");
            if (block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
