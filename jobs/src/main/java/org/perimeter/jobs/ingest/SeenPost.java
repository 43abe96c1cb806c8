// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

/**
 * What is remembered of a post that went by.
 *
 * @param version of the newest event
 * @param deleted whether that was a delete
 */
public record SeenPost(long version, boolean deleted) {}
