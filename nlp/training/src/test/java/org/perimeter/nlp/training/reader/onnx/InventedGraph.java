// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

/** A graph of one product with its weights in three forms, written field by field. */
final class InventedGraph {

    static final String PRODUCT = "/layer/MatMul";

    private InventedGraph() {}

    static GraphTensor floats(String name, long[] dims, float... values) {
        return new GraphTensor(name, GraphTensor.FLOAT, dims, new byte[0]).with(values);
    }

    static GraphTensor bytes(String name, int type, long[] dims, byte... values) {
        return new GraphTensor(name, type, dims, values);
    }

    /** A model of format 8 by "someone" with these tensors. */
    static byte[] model(GraphTensor... tensors) {
        WireWriter node = new WireWriter();
        node.text(1, "x");
        node.text(1, tensors[0].name());
        node.text(2, "y");
        node.text(3, PRODUCT);
        node.text(4, "MatMul");
        WireWriter graph = new WireWriter();
        graph.bytes(1, node.bytes());
        graph.text(2, "graph");
        for (GraphTensor tensor : tensors) {
            graph.bytes(5, tensor.message());
        }
        WireWriter model = new WireWriter();
        model.number(1, 8);
        model.text(2, "someone");
        model.bytes(7, graph.bytes());
        return model.bytes();
    }
}
