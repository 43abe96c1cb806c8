// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.osm;

/** An extract that cannot be used; the message says why and is meant for people. */
final class OsmFileException extends Exception {

    private static final long serialVersionUID = 1L;

    OsmFileException(String message) {
        super(message);
    }

    OsmFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
