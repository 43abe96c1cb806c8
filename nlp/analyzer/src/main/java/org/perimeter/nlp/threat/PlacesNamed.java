// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

/** What the places of a post add to what its words say. */
public enum PlacesNamed {
    /** None was resolved. */
    NONE,
    /** Some was. */
    SOMEWHERE,
    /** One of them lies in the neighbourhood of a live incident. */
    NEAR_INCIDENT
}
