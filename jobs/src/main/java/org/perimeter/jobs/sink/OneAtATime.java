// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/** Blocks a request while another is under way; slowing down is the business of the back-off. */
final class OneAtATime implements RateLimitingStrategy {

    private final int batch;
    private int underWay;

    OneAtATime(int batch) {
        this.batch = batch;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        underWay++;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        underWay--;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return underWay > 0;
    }

    @Override
    public int getMaxBatchSize() {
        return batch;
    }
}
