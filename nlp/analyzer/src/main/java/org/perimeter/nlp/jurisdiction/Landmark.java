// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

/**
 * A named thing at a place: a landmark or a district.
 *
 * @param place where it is
 * @param kind {@code mall}, {@code park}, ...; {@code district} for a district, {@code city} for
 *     the jurisdiction itself
 * @param owned whether its name is a possessive ({@code Kohl's})
 */
record Landmark(LocalPlace place, String kind, boolean owned) {}
