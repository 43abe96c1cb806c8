// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where an entry is: GeoRSS Simple, GeoRSS GML with or without height, and the W3C's point
 * and its two single elements. The first that says anything counts.
 */
final class FeedPoint {

    private static final String GEORSS = "http://www.georss.org/georss";
    private static final String WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";

    private FeedPoint() {}

    /** Latitude and longitude as written, separated by a space; empty when there is none. */
    static String of(Element entry) {
        List<String> points = new ArrayList<>();
        for (Element element : FeedXml.children(entry)) {
            if (FeedXml.is(element, GEORSS, "point")) {
                points.add(FeedXml.text(element));
            } else if (FeedXml.is(element, GEORSS, "where")) {
                points.add(position(element));
            } else if (FeedXml.is(element, WGS84, "Point")) {
                points.add(pair(element));
            }
        }
        points.add(pair(entry));
        return points.stream().filter(point -> !point.isBlank()).findFirst().orElse("");
    }

    private static String pair(Element parent) {
        String lat = FeedXml.text(parent, WGS84, "lat");
        String lon = FeedXml.text(parent, WGS84, "long");
        String either = lon.isEmpty() ? FeedXml.text(parent, WGS84, "lon") : lon;
        return (lat + " " + either).strip();
    }

    /** The position inside a GML point, in whichever version's namespace. */
    private static String position(Element where) {
        for (Element point : FeedXml.children(where)) {
            for (Element pos : FeedXml.children(point)) {
                if (point.getLocalName().equals("Point") && pos.getLocalName().equals("pos")) {
                    return FeedXml.text(pos);
                }
            }
        }
        return "";
    }
}
