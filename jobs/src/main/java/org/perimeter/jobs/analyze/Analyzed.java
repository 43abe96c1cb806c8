// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;

/**
 * An event with what its text says.
 *
 * @param event about one post
 * @param edit whether an earlier state of the post went by and may be held
 * @param analysis of the post; null when the post is to be withdrawn: it was deleted, or is edited
 *     and may not be read any more
 * @param localNames whether the text holds names that an incident nearby could make places
 */
public record Analyzed(
        PostEvent event, boolean edit, @Nullable Analysis analysis, boolean localNames) {}
