// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.perimeter.policy.model.post.PostEvent;

/**
 * An event behind the collection gate.
 *
 * @param event about one post
 * @param edit whether an earlier state of the post went by and may be held
 * @param read whether the post may be read; otherwise it is to be withdrawn wherever it is held: it
 *     was deleted, or is edited and may not be collected any more
 */
public record Collected(PostEvent event, boolean edit, boolean read) {}
