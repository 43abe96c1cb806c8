// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

/**
 * What an admission makes of a post.
 *
 * @param post pseudonymised and redacted
 * @param identity its entry in the identity map, sealed
 */
public record Admitted(StoredPost post, IdentityRecord identity) {}
