// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Takes off what a server put around a file for the way. A coding is no content: what cannot be
 * taken off says nothing about the log, and is trouble with the server, not a forged file.
 */
final class ContentCoding {

    /** Far more than the longest tile or bundle. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private ContentCoding() {}

    /**
     * The file's own bytes.
     *
     * @throws IOException when the coding is not one of gzip and identity, or broken
     */
    static byte[] decode(HttpResponse<byte[]> response) throws IOException {
        List<String> codings = new ArrayList<>();
        for (String header : response.headers().allValues("Content-Encoding")) {
            codings.addAll(Arrays.asList(header.toLowerCase(Locale.ROOT).split(",", -1)));
        }
        // The last one was put on last.
        Collections.reverse(codings);
        byte[] bytes = response.body();
        for (String coding : codings) {
            switch (coding.strip()) {
                case "", "identity" -> {
                    // Nothing was put around it.
                }
                case "gzip", "x-gzip" -> bytes = unzip(response, bytes);
                default ->
                        throw new IOException(
                                response.uri()
                                        + " is sent in a content coding that was not asked for:"
                                        + " only gzip and identity are read");
            }
        }
        return bytes;
    }

    private static byte[] unzip(HttpResponse<byte[]> response, byte[] bytes) throws IOException {
        try (InputStream input = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = input.readNBytes(MOST_BYTES + 1);
            if (plain.length <= MOST_BYTES) {
                return plain;
            }
        } catch (IOException e) {
            throw new IOException(response.uri() + " arrives with a broken gzip coding", e);
        }
        throw new IOException(response.uri() + " unzips to more than " + MOST_BYTES + " bytes");
    }
}
