// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Which Elasticsearch to use.
 *
 * @param url http or https address of one node or of a load balancer before them
 * @param prefix what every index, alias and template name starts with: 1 to 40 lower-case letters,
 *     digits or hyphens; {@code perimeter} when left out
 */
public record StoreConfig(String url, @Nullable String prefix) {

    public StoreConfig {
        prefix = prefix == null ? "perimeter" : prefix;
        if (!prefix.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "prefix: 1 to 40 lower-case letters, digits or hyphens");
        }
        String scheme = url == null ? null : URI.create(url).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("url: an http or https address is required");
        }
    }
}
