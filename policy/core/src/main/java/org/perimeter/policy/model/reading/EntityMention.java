// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

/**
 * A named entity in a post's text.
 *
 * @param type its kind
 * @param text the words as written
 * @param start first code point of the mention in the text
 * @param end code point after the last one
 */
public record EntityMention(EntityType type, String text, int start, int end) {}
