// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.judge.TruthPost;

/**
 * A post with which something went wrong.
 *
 * @param mistake {@code missed}, {@code kept} or {@code misplaced}
 * @param kind what sort of post it is
 * @param post the truth about it
 * @param trace what became of it; null when nothing is known
 */
public record WrongPost(
        String mistake, KindOfPost kind, TruthPost post, @Nullable PostTrace trace) {}
