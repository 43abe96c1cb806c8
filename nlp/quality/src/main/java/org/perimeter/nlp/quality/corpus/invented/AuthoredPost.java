// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus.invented;

/**
 * A post that an author invented for this project, labelled after docs/labels.md.
 *
 * @param author letter of the author, who worked apart from the others
 * @param kind {@code NONE}, {@code REPORT} or {@code THREAT}
 * @param category name of the category; {@code -} for NONE
 * @param language {@code en}, {@code es} or {@code mixed}
 * @param text the post
 */
public record AuthoredPost(
        String author, String kind, String category, String language, String text) {}
