// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags are cut into their words, or at least a known word off one end. */
final class HashtagSplitterTest {

    private final HashtagSplitter splitter =
            new HashtagSplitter(
                    Map.of("otd", List.of("on", "this", "day")),
                    Set.of("flood", "help", "bombing", "shooting", "school"));

    @ParameterizedTest
    @CsvSource({
        "otd, on this day",
        "StaySafe, stay safe",
        "schoolshooting, school shooting",
        "norvaleflood, norvale flood",
        "prayfornorvale, pray for norvale",
        "floodnorvale, flood norvale",
        "norvale, norvale"
    })
    void cutsATag(String tag, String words) {
        // When
        List<String> cut = splitter.split(tag, tag.toLowerCase(java.util.Locale.ROOT));

        // Then
        assertThat(String.join(" ", cut)).isEqualTo(words);
    }
}
