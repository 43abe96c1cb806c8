// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Keeps the control stream out of event time: it always counts as idle and holds nobody back. */
public final class NoEventTime implements WatermarkGenerator<ControlUpdate> {

    private NoEventTime() {}

    /** The strategy for the control stream. */
    public static WatermarkStrategy<ControlUpdate> strategy() {
        return WatermarkStrategy.forGenerator(context -> new NoEventTime());
    }

    @Override
    public void onEvent(ControlUpdate update, long timestamp, WatermarkOutput output) {
        output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }

    /** The event time that means "none yet", or "over". */
    public static boolean isUnknown(long watermark) {
        return watermark == Long.MIN_VALUE || watermark == Watermark.MAX_WATERMARK.getTimestamp();
    }
}
