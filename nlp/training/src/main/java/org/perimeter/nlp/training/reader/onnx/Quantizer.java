// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import java.util.HashMap;
import java.util.Map;

/**
 * Puts trained weights into a published quantized graph. For a tensor X that graph holds
 * X_quantized, X_scale and X_zero_point: matrices as signed bytes with one scale a column,
 * embeddings as unsigned bytes with one scale and a zero point. All other tensors are
 * single-precision numbers and copied.
 */
public final class Quantizer {

    private static final String QUANTIZED = "_quantized";
    private static final int LARGEST = 127;
    private static final int STEPS = 255;

    private final OnnxGraph published;
    private final Map<String, GraphTensor> changed = new HashMap<>();

    private Quantizer(OnnxGraph published) {
        this.published = published;
    }

    /**
     * The published graph with these weights; what is not among them keeps its bytes.
     *
     * @param trained by their names in the graph of full precision
     */
    public static byte[] quantized(OnnxGraph published, Map<String, GraphTensor> trained) {
        Quantizer quantizer = new Quantizer(published);
        published.tensors().values().forEach(tensor -> quantizer.replace(tensor, trained));
        return published.with(quantizer.changed);
    }

    private void replace(GraphTensor old, Map<String, GraphTensor> trained) {
        String name = old.name();
        if (old.isBytes() && name.endsWith(QUANTIZED)) {
            String base = name.substring(0, name.length() - QUANTIZED.length());
            GraphTensor weights = trained.get(base);
            if (weights != null && old.isSigned()) {
                byColumn(old, weights, get(base + "_scale"));
            } else if (weights != null) {
                asWhole(old, weights, get(base + "_scale"), get(base + "_zero_point"));
            }
        } else if (old.isFloat() && trained.containsKey(name)) {
            changed.put(name, old.with(trained.get(name).floats()));
        }
    }

    private void byColumn(GraphTensor old, GraphTensor weights, GraphTensor oldScale) {
        float[] values = weights.floats();
        int columns = (int) weights.dims()[1];
        float[] scale = new float[columns];
        for (int i = 0; i < values.length; i++) {
            int column = i % columns;
            scale[column] = Math.max(scale[column], Math.abs(values[i]) / LARGEST);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(values[i] / scale[i % columns]);
        }
        changed.put(old.name(), old.with(bytes));
        changed.put(oldScale.name(), oldScale.with(scale));
    }

    private void asWhole(
            GraphTensor old, GraphTensor weights, GraphTensor oldScale, GraphTensor oldZero) {
        float[] values = weights.floats();
        float low = 0;
        float high = 0;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        float scale = (high - low) / STEPS;
        int zero = Math.round(-low / scale);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.max(0, Math.min(STEPS, Math.round(values[i] / scale) + zero));
        }
        changed.put(old.name(), old.with(bytes));
        changed.put(oldScale.name(), oldScale.with(new float[] {scale}));
        changed.put(oldZero.name(), oldZero.with(new byte[] {(byte) zero}));
    }

    private GraphTensor get(String name) {
        GraphTensor tensor = published.find(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the quantized graph has no tensor " + name);
        }
        return tensor;
    }
}
