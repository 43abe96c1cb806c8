// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.policy.model.Analysis;
import org.perimeter.policy.model.Post;

/** Reads a post; used by one thread at a time. */
public interface Analyzer extends AutoCloseable {

    /** What the text says. */
    Analysis analyze(Post post);

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
