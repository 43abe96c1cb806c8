// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

/** What the platform says happened to a post. */
public enum PostOperation {
    /** The post was written, or edited: the later version wins. */
    UPSERT,
    /** The post is gone: every copy must go too. */
    DELETE,
    /** The author's account is gone: every post of the author must go. */
    DELETE_AUTHOR
}
