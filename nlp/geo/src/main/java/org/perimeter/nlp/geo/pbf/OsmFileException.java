// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

/** An extract that cannot be used; the message says why and is meant for people. */
public final class OsmFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public OsmFileException(String message) {
        super(message);
    }

    public OsmFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
