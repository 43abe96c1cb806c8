// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.admit.AdmissionFunction;
import org.perimeter.jobs.alert.AlertFunction;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.NoEventTime;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.ingest.IngestFunction;
import org.perimeter.jobs.ingest.IngestOperator;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.jobs.passage.PassageFunction;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.WitnessTime;
import org.perimeter.policy.model.alert.Alert;

/**
 * The graph, from the sources to the store.
 *
 * <p>A post crosses the network twice. At the passage the stream is partitioned by post, so that
 * all that is said of one stays in order; at the admission gate by incident, and so it stays for
 * the alerts.
 */
public final class MonitoringJob {

    /** Stations keep what governs the flow themselves; Flink asks for a descriptor all the same. */
    private static final MapStateDescriptor<String, String> UNUSED =
            new MapStateDescriptor<>("unused", Types.STRING, Types.STRING);

    private MonitoringJob() {}

    /** Draws the graph; a pure function of what it is given. */
    public static void defineWorkflow(
            StreamExecutionEnvironment env, JobEnds ends, Stations stations) {
        SingleOutputStreamOperator<KeyedEvent> door =
                env.fromSource(
                                ends.fetched(),
                                WitnessTime.watermarks(stations.clock()),
                                "post-sources",
                                TypeInformation.of(Fetched.class))
                        .uid("post-sources")
                        .transform(
                                "door",
                                TypeInformation.of(KeyedEvent.class),
                                new IngestOperator(
                                        new IngestFunction(
                                                stations.dedupeKey(),
                                                stations.run(),
                                                stations.clock())))
                        .uid("door");

        DataStream<ControlUpdate> deletedAuthors =
                door.getSideOutput(IngestFunction.AUTHOR_DELETES)
                        .map(ControlUpdate::authorDeleted)
                        .returns(ControlUpdate.class)
                        .uid("author-deletes")
                        .name("author-deletes");
        BroadcastStream<ControlUpdate> control =
                env.fromSource(
                                ends.control(),
                                NoEventTime.strategy(),
                                "control",
                                TypeInformation.of(ControlUpdate.class))
                        .uid("control")
                        .setParallelism(1)
                        .union(deletedAuthors)
                        .broadcast(UNUSED);

        // Dedupe, collection gate, reading, match, wait.
        SingleOutputStreamOperator<Candidate> candidates =
                door.keyBy(KeyedEvent::key, TypeInformation.of(PostKey.class))
                        .connect(control)
                        .process(
                                new PassageFunction(
                                        stations.control(),
                                        stations.analyzers(),
                                        stations.keyring(),
                                        stations.towns(),
                                        stations.run()),
                                TypeInformation.of(Candidate.class))
                        .uid("passage")
                        .name("passage");

        // Close reading, admission gate.
        SingleOutputStreamOperator<PostWrite> admitted =
                candidates
                        .keyBy(Candidate::incidentId, Types.STRING)
                        .connect(control)
                        .process(
                                new AdmissionFunction(
                                        stations.control(),
                                        stations.closeStations(),
                                        stations.stores(),
                                        stations.keyring(),
                                        stations.run()),
                                TypeInformation.of(PostWrite.class))
                        .uid("admission-gate")
                        .name("admission-gate");

        SingleOutputStreamOperator<Alert> alerts =
                DataStreamUtils.reinterpretAsKeyedStream(
                                admitted.getSideOutput(AdmissionFunction.ALERT_SIGNALS),
                                AlertSignal::incidentId,
                                Types.STRING)
                        .connect(control)
                        .process(
                                new AlertFunction(
                                        stations.control(),
                                        stations.stores(),
                                        stations.closeStations(),
                                        stations.towns()),
                                TypeInformation.of(Alert.class))
                        .uid("alert")
                        .name("alert");

        admitted.sinkTo(ends.posts()).uid("posts").name("posts");
        alerts.sinkTo(ends.alerts()).uid("alerts").name("alerts");
        door.getSideOutput(SideOutputs.DEAD_LETTERS)
                .union(
                        candidates.getSideOutput(SideOutputs.DEAD_LETTERS),
                        admitted.getSideOutput(SideOutputs.DEAD_LETTERS))
                .sinkTo(ends.deadLetters())
                .uid("dead-letters")
                .name("dead-letters");
        admitted.getSideOutput(SideOutputs.LEDGER)
                .union(alerts.getSideOutput(SideOutputs.LEDGER))
                .sinkTo(ends.ledger())
                .uid("ledger")
                .name("ledger")
                .setParallelism(1);
        door.getSideOutput(SideOutputs.TALLIES)
                .union(
                        candidates.getSideOutput(SideOutputs.TALLIES),
                        admitted.getSideOutput(SideOutputs.TALLIES))
                .sinkTo(ends.tallies())
                .uid("tallies")
                .name("tallies")
                .setParallelism(1);
    }
}
