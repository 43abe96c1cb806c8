// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Section {@code sources} of the configuration: what is read.
 *
 * @param posts sources of posts; none when left out
 * @param incidents sources of incidents; none when left out
 */
public record SourcesConfig(
        @Nullable List<PostSourceConfig> posts, @Nullable List<IncidentSourceConfig> incidents) {

    /** A deployment that reads nothing from outside. */
    public static final SourcesConfig NONE = new SourcesConfig(List.of(), List.of());

    /**
     * @throws IllegalArgumentException with the path in front, when two sources share an id
     */
    public SourcesConfig {
        posts = posts == null ? List.of() : List.copyOf(posts);
        incidents = incidents == null ? List.of() : List.copyOf(incidents);
        requireDistinct("posts", posts.stream().map(PostSourceConfig::id).toList());
        requireDistinct("incidents", incidents.stream().map(IncidentSourceConfig::id).toList());
    }

    @Override
    public List<PostSourceConfig> posts() {
        return posts == null ? List.of() : posts;
    }

    @Override
    public List<IncidentSourceConfig> incidents() {
        return incidents == null ? List.of() : incidents;
    }

    private static void requireDistinct(String list, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                throw new IllegalArgumentException(
                        list + "[" + i + "].id: another source has this id already");
            }
        }
    }
}
