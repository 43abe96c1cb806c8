// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;

import org.perimeter.nlp.training.reader.onnx.GraphTensor;
import org.perimeter.nlp.training.reader.onnx.OnnxGraph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * BERT's encoder with the weights of a published graph, so that they can be moved and written back.
 *
 * <p>In DJL a result belongs to the manager of the array that an operation is called on. Weights
 * are therefore never called on, only passed: what a step makes goes away with the step's manager.
 */
final class TorchEncoder {

    private static final float EPSILON = 1e-12f;
    private static final float NOT_THERE = 10_000;
    private static final int HEADS = 12;

    private final OnnxGraph graph;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final int layers;
    private final int width;

    TorchEncoder(OnnxGraph graph, NDManager manager) {
        this.graph = graph;
        for (GraphTensor tensor : graph.tensors().values()) {
            if (tensor.isFloat() && tensor.dims().length > 0) {
                weights.put(
                        tensor.name(), manager.create(tensor.floats(), new Shape(tensor.dims())));
            }
        }
        this.layers =
                (int)
                        weights.keySet().stream()
                                .filter(name -> name.endsWith("intermediate.dense.bias"))
                                .count();
        this.width = (int) weight("embeddings.LayerNorm.weight").getShape().get(0);
    }

    int width() {
        return width;
    }

    /** The weights by the names of their tensors. */
    Map<String, NDArray> weights() {
        return weights;
    }

    /** The weights as tensors of the graph. */
    Map<String, GraphTensor> tensors() {
        Map<String, GraphTensor> tensors = new HashMap<>();
        weights.forEach(
                (name, weight) -> {
                    GraphTensor old = graph.find(name);
                    if (old != null) {
                        tensors.put(name, old.with(weight.toFloatArray()));
                    }
                });
        return tensors;
    }

    /** The mean of the last layer over the pieces that are there: a row for each post. */
    NDArray mean(TorchBatch batch, float dropout) {
        NDArray mask = batch.mask().expandDims(2);
        return hidden(batch, dropout).mul(mask).sum(new int[] {1}).div(mask.sum(new int[] {1}));
    }

    private NDArray hidden(TorchBatch batch, float dropout) {
        NDManager manager = batch.ids().getManager();
        NDArray positions =
                weight("embeddings.position_embeddings.weight")
                        .get(manager, new NDIndex("0:" + batch.length()));
        NDArray x =
                look(batch.ids(), "embeddings.word_embeddings.weight")
                        .add(look(batch.texts(), "embeddings.token_type_embeddings.weight"))
                        .add(positions);
        x = drop(norm(x, "embeddings.LayerNorm"), dropout);
        NDArray absent =
                batch.mask().sub(1).mul(NOT_THERE).reshape(batch.size(), 1, 1, batch.length());
        for (int i = 0; i < layers; i++) {
            x = layer(x, absent, i, dropout);
        }
        return x;
    }

    private NDArray layer(NDArray x, NDArray absent, int i, float dropout) {
        String layer = "encoder.layer." + i;
        NDArray seen = linear(attention(x, absent, i), i, "attention.output.dense");
        NDArray y = norm(drop(seen, dropout).add(x), layer + ".attention.output.LayerNorm");
        NDArray wide = linear(y, i, "intermediate.dense");
        NDArray narrow = linear(wide.getNDArrayInternal().gelu(), i, "output.dense");
        return norm(drop(narrow, dropout).add(y), layer + ".output.LayerNorm");
    }

    private NDArray attention(NDArray x, NDArray absent, int i) {
        long posts = x.getShape().get(0);
        long length = x.getShape().get(1);
        int size = width / HEADS;
        Shape split = new Shape(posts, length, HEADS, size);
        NDArray query = linear(x, i, "attention.self.query").reshape(split).transpose(0, 2, 1, 3);
        NDArray key = linear(x, i, "attention.self.key").reshape(split).transpose(0, 2, 3, 1);
        NDArray value = linear(x, i, "attention.self.value").reshape(split).transpose(0, 2, 1, 3);
        return query.matMul(key)
                .mul((float) (1 / Math.sqrt(size)))
                .add(absent)
                .softmax(-1)
                .matMul(value)
                .transpose(0, 2, 1, 3)
                .reshape(posts, length, width);
    }

    private NDArray linear(NDArray x, int layer, String part) {
        String product = "/encoder/layer." + layer + "/" + part.replace('.', '/') + "/MatMul";
        return x.matMul(weight(graph.factor(product)))
                .add(weight("encoder.layer." + layer + "." + part + ".bias"));
    }

    private NDArray norm(NDArray x, String name) {
        return x.getNDArrayInternal()
                .layerNorm(
                        x,
                        new Shape(width),
                        weight(name + ".weight"),
                        weight(name + ".bias"),
                        EPSILON)
                .singletonOrThrow();
    }

    private NDArray look(NDArray ids, String table) {
        return ids.getNDArrayInternal()
                .embedding(ids, weight(table), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private static NDArray drop(NDArray x, float rate) {
        return rate == 0 ? x : x.getNDArrayInternal().dropout(x, rate, true).singletonOrThrow();
    }

    private NDArray weight(String name) {
        NDArray weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("the graph has no tensor " + name);
        }
        return weight;
    }
}
