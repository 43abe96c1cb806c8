// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/** What a server answered; of its body as much as is asked for, and no more from then on. */
public final class HttpAnswer implements AutoCloseable {

    private final Call call;
    private final Response response;
    private final Runnable settled;
    private boolean exhausted;

    HttpAnswer(Call call, Response response, Runnable settled) {
        this.call = call;
        this.response = response;
        this.settled = settled;
        this.exhausted = response.body().contentLength() == 0 || response.code() == 304;
    }

    public int status() {
        return response.code();
    }

    /** The last header of a name; empty when there is none. */
    public String header(String name) {
        return response.header(name, "");
    }

    /** Who answered, after all moves. */
    public HttpUrl url() {
        return response.request().url();
    }

    /**
     * The body, decompressed.
     *
     * @param mostBytes how much it may be
     * @return null when it is longer
     */
    public byte @Nullable [] body(int mostBytes) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            byte[] bytes = body.readNBytes(mostBytes);
            exhausted = body.read() < 0;
            if (!exhausted) {
                call.cancel();
            }
            return exhausted ? bytes : null;
        }
    }

    @Override
    public void close() {
        if (!exhausted) {
            // Closing alone would read on for a while to save the connection.
            call.cancel();
        }
        response.close();
        settled.run();
    }
}
