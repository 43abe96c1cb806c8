// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.training.reader.onnx.OnnxGraph;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * MiniLM-L6 as its makers published it: in full precision, to train from, and quantized, to ship
 * in. Both lie in jars that only training fetches.
 */
final class PublishedGraphs {

    private PublishedGraphs() {}

    /** The graph in full precision. */
    static OnnxGraph full() throws IOException {
        return read("/all-minilm-l6-v2.onnx");
    }

    /** The quantized graph. */
    static OnnxGraph quantized() throws IOException {
        return read("/all-minilm-l6-v2-q.onnx");
    }

    private static OnnxGraph read(String resource) throws IOException {
        try (InputStream in = PublishedGraphs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(
                        resource
                                + " is not on the class path; ./perimeter train reader fetches it");
            }
            return new OnnxGraph(in.readAllBytes());
        }
    }
}
