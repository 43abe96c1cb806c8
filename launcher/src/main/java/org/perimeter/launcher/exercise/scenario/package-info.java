// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What happens in the exercise: hand-written scenario packs with ground truth, an ordinary stream
 * around them, and the writer that lays both on a timeline of ActivityStreams objects. The ground
 * truth never enters a process of the pipeline.
 *
 * <p>To add a scenario: write its table of acts, name it in {@code packs.tsv}, and give it a row of
 * the same name in {@code incidents.tsv} when an incident opens for it. Its texts are written as
 * people write, before anybody looks at what the analyzer knows; who tunes the analyzer does not
 * read them. Otherwise the scores say nothing.
 */
@NullMarked
package org.perimeter.launcher.exercise.scenario;

import org.jspecify.annotations.NullMarked;
