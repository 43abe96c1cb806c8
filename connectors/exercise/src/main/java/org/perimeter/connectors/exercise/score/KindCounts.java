// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

/**
 * Counts of one kind of post.
 *
 * @param posts how many there are
 * @param kept how many were kept for their own incident, or for any when they belong to none
 */
record KindCounts(long posts, long kept) {

    static final KindCounts NONE = new KindCounts(0, 0);

    KindCounts plus(KindCounts more) {
        return new KindCounts(posts + more.posts, kept + more.kept);
    }
}
