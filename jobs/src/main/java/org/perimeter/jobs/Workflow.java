// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.admit.AdmissionFunction;
import org.perimeter.jobs.alert.AlertFunction;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.analyze.AnalyzeFunction;
import org.perimeter.jobs.analyze.Analyzed;
import org.perimeter.jobs.collect.CollectFunction;
import org.perimeter.jobs.collect.Collected;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.NoEventTime;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.MatchFunction;
import org.perimeter.jobs.ingest.DedupeFunction;
import org.perimeter.jobs.ingest.FreshEvent;
import org.perimeter.jobs.ingest.IngestFunction;
import org.perimeter.jobs.ingest.IngestOperator;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.WitnessTime;
import org.perimeter.policy.model.alert.Alert;

/**
 * Draws the graph: a pure function of its sources, stations and sinks.
 *
 * <p>From dedupe to the match nothing is partitioned anew, so all that is said of one post stays in
 * order; at the admission gate the stream is partitioned by incident, and keeps that order.
 */
final class Workflow {

    /** Stations keep what governs the flow themselves; Flink asks for a descriptor all the same. */
    private static final MapStateDescriptor<String, String> UNUSED =
            new MapStateDescriptor<>("unused", Types.STRING, Types.STRING);

    private final StreamExecutionEnvironment env;
    private final JobSources sources;
    private final Stations stations;
    private final JobSinks sinks;

    Workflow(
            StreamExecutionEnvironment env, JobSources sources, Stations stations, JobSinks sinks) {
        this.env = env;
        this.sources = sources;
        this.stations = stations;
        this.sinks = sinks;
    }

    void define() {
        SingleOutputStreamOperator<KeyedEvent> ingested = ingest();
        BroadcastStream<ControlUpdate> control = control(ingested);
        SingleOutputStreamOperator<Collected> collected = collect(ingested, control);
        SingleOutputStreamOperator<Analyzed> analyzed = analyze(collected, control);
        SingleOutputStreamOperator<Candidate> matched = match(analyzed, control);
        SingleOutputStreamOperator<PostWrite> admitted = admit(matched, control);
        SingleOutputStreamOperator<Alert> alerts =
                alert(admitted.getSideOutput(AdmissionFunction.ALERT_SIGNALS), control);

        admitted.sinkTo(sinks.posts()).uid("posts").name("posts");
        alerts.sinkTo(sinks.alerts()).uid("alerts").name("alerts");
        ingested.getSideOutput(SideOutputs.DEAD_LETTERS)
                .union(
                        analyzed.getSideOutput(SideOutputs.DEAD_LETTERS),
                        admitted.getSideOutput(SideOutputs.DEAD_LETTERS))
                .sinkTo(sinks.deadLetters())
                .uid("dead-letters")
                .name("dead-letters");
        admitted.getSideOutput(SideOutputs.LEDGER)
                .union(alerts.getSideOutput(SideOutputs.LEDGER))
                .sinkTo(sinks.ledger())
                .uid("ledger")
                .name("ledger")
                .setParallelism(1);
        ingested.getSideOutput(SideOutputs.TALLIES)
                .union(
                        collected.getSideOutput(SideOutputs.TALLIES),
                        matched.getSideOutput(SideOutputs.TALLIES),
                        admitted.getSideOutput(SideOutputs.TALLIES))
                .sinkTo(sinks.tallies())
                .uid("tallies")
                .name("tallies")
                .setParallelism(1);
    }

    private SingleOutputStreamOperator<KeyedEvent> ingest() {
        return env.fromSource(
                        sources.posts(),
                        WitnessTime.watermarks(stations.clock()),
                        "post-sources",
                        TypeInformation.of(Fetched.class))
                .uid("post-sources")
                .transform(
                        "ingest",
                        TypeInformation.of(KeyedEvent.class),
                        new IngestOperator(
                                new IngestFunction(
                                        stations.dedupeKey(), stations.run(), stations.clock())))
                .uid("ingest");
    }

    private BroadcastStream<ControlUpdate> control(
            SingleOutputStreamOperator<KeyedEvent> ingested) {
        DataStream<ControlUpdate> authors =
                ingested.getSideOutput(IngestFunction.AUTHOR_DELETES)
                        .map(ControlUpdate::authorDeleted)
                        .returns(ControlUpdate.class)
                        .uid("author-deletes")
                        .name("author-deletes");
        return env.fromSource(
                        sources.control(),
                        NoEventTime.strategy(),
                        "control",
                        TypeInformation.of(ControlUpdate.class))
                .uid("control")
                .setParallelism(1)
                .union(authors)
                .broadcast(UNUSED);
    }

    private SingleOutputStreamOperator<Collected> collect(
            DataStream<KeyedEvent> ingested, BroadcastStream<ControlUpdate> control) {
        SingleOutputStreamOperator<FreshEvent> fresh =
                ingested.keyBy(KeyedEvent::key, Types.STRING)
                        .process(new DedupeFunction(), TypeInformation.of(FreshEvent.class))
                        .uid("dedupe")
                        .name("dedupe");
        return fresh.connect(control)
                .process(
                        new CollectFunction(stations.control(), stations.run()),
                        TypeInformation.of(Collected.class))
                .uid("collection-gate")
                .name("collection-gate");
    }

    private SingleOutputStreamOperator<Analyzed> analyze(
            DataStream<Collected> collected, BroadcastStream<ControlUpdate> control) {
        return collected
                .connect(control)
                .process(
                        new AnalyzeFunction(
                                stations.analyzers(), stations.timeBudget(), stations.control()),
                        TypeInformation.of(Analyzed.class))
                .uid("analyze")
                .name("analyze");
    }

    private SingleOutputStreamOperator<Candidate> match(
            DataStream<Analyzed> analyzed, BroadcastStream<ControlUpdate> control) {
        return analyzed.connect(control)
                .process(
                        new MatchFunction(
                                stations.control(),
                                stations.analyzers(),
                                stations.timeBudget(),
                                stations.run(),
                                stations.towns()),
                        TypeInformation.of(Candidate.class))
                .uid("match")
                .name("match");
    }

    private SingleOutputStreamOperator<PostWrite> admit(
            DataStream<Candidate> matched, BroadcastStream<ControlUpdate> control) {
        return matched.keyBy(Candidate::incidentId, Types.STRING)
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
    }

    private SingleOutputStreamOperator<Alert> alert(
            DataStream<AlertSignal> signals, BroadcastStream<ControlUpdate> control) {
        return signals.keyBy(AlertSignal::incidentId, Types.STRING)
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
    }
}
