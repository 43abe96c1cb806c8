// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import java.util.Locale;

/** BCP 47 tags, as far as this house needs them. */
final class Tags {

    private Tags() {}

    /** The primary language of a tag ({@code en} of {@code en-US}); undetermined for nonsense. */
    static String primary(String tag) {
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return language.isEmpty() ? LanguageIdentifier.UNDETERMINED : language;
    }
}
