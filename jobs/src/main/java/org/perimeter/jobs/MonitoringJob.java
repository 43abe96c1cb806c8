// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs process: draws the Flink graph from the configuration and runs it. */
public final class MonitoringJob {

    private MonitoringJob() {}

    /** Draws the graph; a pure function of what it is given. */
    public static void defineWorkflow(
            StreamExecutionEnvironment env, JobSources sources, Stations stations, JobSinks sinks) {
        new Workflow(env, sources, stations, sinks).define();
    }
}
