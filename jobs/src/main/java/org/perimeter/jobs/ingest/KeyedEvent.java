// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.perimeter.policy.model.post.PostEvent;

/**
 * An event with the key that the stream is partitioned by.
 *
 * @param key of its post
 * @param event about one post
 */
public record KeyedEvent(PostKey key, PostEvent event) {}
