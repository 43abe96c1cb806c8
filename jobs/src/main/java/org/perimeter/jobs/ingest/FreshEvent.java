// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.perimeter.policy.model.post.PostEvent;

/**
 * An event that says something new about its post.
 *
 * @param event the event
 * @param edit whether an earlier state of the same post went by before
 */
public record FreshEvent(PostEvent event, boolean edit) {}
