// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.perimeter.nlp.close.pieces.Pieces;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * Runs the encoder on ONNX Runtime: the mean of the last layer over the pieces of one post. One by
 * one, because the quantized graph scales its numbers over the whole batch, so that a post's
 * neighbours would have a say in its answer. Any number of threads may read at a time, each on its
 * own core.
 */
public final class OnnxEncoder implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /**
     * Opens a session.
     *
     * @throws IllegalStateException when the bytes are no graph that this machine can run
     */
    public OnnxEncoder(byte[] graph) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(graph, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the graph of the close reading cannot be run", e);
        }
    }

    /** The mean of the last layer, one number for each of its dimensions. */
    public float[] mean(Pieces pieces) {
        int length = pieces.size();
        long[] ids = new long[length];
        long[] texts = new long[length];
        long[] mask = new long[length];
        for (int i = 0; i < length; i++) {
            ids[i] = pieces.id(i);
            texts[i] = pieces.text(i);
            mask[i] = 1;
        }
        try (OnnxTensor idTensor = tensor(ids);
                OnnxTensor textTensor = tensor(texts);
                OnnxTensor maskTensor = tensor(mask);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", idTensor,
                                        "token_type_ids", textTensor,
                                        "attention_mask", maskTensor))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), length);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on " + length + " pieces", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] mean(FloatBuffer hidden, int length) {
        float[] mean = new float[hidden.remaining() / length];
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += hidden.get();
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= length;
        }
        return mean;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder's session did not close", e);
        }
    }
}
