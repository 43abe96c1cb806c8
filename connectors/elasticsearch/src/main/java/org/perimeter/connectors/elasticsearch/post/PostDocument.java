// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.perimeter.connectors.elasticsearch.text.TextNormalizer;
import org.perimeter.policy.model.post.StoredPost;

/**
 * A post as it is indexed: the record, and the words that it can be found by.
 *
 * @param post the record
 * @param textNormalized words of its text and its media descriptions
 */
record PostDocument(@JsonUnwrapped StoredPost post, String textNormalized) {

    static PostDocument of(StoredPost post) {
        String all = post.text() + "\n" + String.join("\n", post.mediaDescriptions());
        return new PostDocument(post, TextNormalizer.forIndex(all));
    }
}
