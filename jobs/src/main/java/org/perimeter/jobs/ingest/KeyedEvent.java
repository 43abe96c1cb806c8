// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.perimeter.policy.model.post.PostEvent;

/**
 * An event with the hash that the stream is partitioned by.
 *
 * @param key keyed hash of network and post id
 * @param event about one post
 */
public record KeyedEvent(String key, PostEvent event) {}
