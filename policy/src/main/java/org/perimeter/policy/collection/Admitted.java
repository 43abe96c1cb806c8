// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.collection;

import org.perimeter.policy.model.IdentityRecord;
import org.perimeter.policy.model.StoredPost;

/**
 * What an admission makes of a post.
 *
 * @param post pseudonymised and redacted
 * @param identity its entry in the identity map, sealed
 */
public record Admitted(StoredPost post, IdentityRecord identity) {}
