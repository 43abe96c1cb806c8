// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.perimeter.connectors.sources.IncidentFeed;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.store.StoresFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Everything that one run of the jobs process needs, read from its configuration or made by a test.
 *
 * @param stores the store
 * @param posts post sources
 * @param incidents incident feeds; closed by the run
 * @param stations what the stations of the graph need
 * @param keys the key folder
 * @param checkpoints folder for checkpoints, absolute
 * @param every time between checkpoints
 * @param parallelism subtasks per station
 * @param webPort port of Flink's own REST interface, 0 for any
 */
record JobDeployment(
        StoresFactory stores,
        List<PostSourceFactory> posts,
        List<IncidentFeed> incidents,
        Stations stations,
        Path keys,
        Path checkpoints,
        Duration every,
        int parallelism,
        int webPort) {}
