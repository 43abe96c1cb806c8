// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX file: its tensors by name, which weights its matrix products use, and the same file with
 * other tensors. What is not changed comes out byte for byte as it was.
 */
public final class OnnxGraph {

    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 1;
    private static final int NODE_NAME = 3;
    private static final int OPERATOR = 4;

    private final byte[] model;
    private final Map<String, GraphTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> products = new LinkedHashMap<>();

    public OnnxGraph(byte[] model) {
        this.model = model.clone();
        WireFields.visit(
                this.model,
                0,
                model.length,
                field -> {
                    if (field.number() == GRAPH) {
                        field.fields(this::take);
                    }
                });
    }

    private void take(WireFields.Field field) {
        if (field.number() == INITIALIZER) {
            GraphTensor tensor = GraphTensor.read(field);
            tensors.put(tensor.name(), tensor);
        } else if (field.number() == NODE) {
            List<String> inputs = new ArrayList<>();
            String[] name = {"", ""};
            field.fields(
                    part -> {
                        switch (part.number()) {
                            case INPUT -> inputs.add(part.text());
                            case NODE_NAME -> name[0] = part.text();
                            case OPERATOR -> name[1] = part.text();
                            default -> {}
                        }
                    });
            if (name[1].equals("MatMul")) {
                products.put(name[0], inputs.get(1));
            }
        }
    }

    /** All tensors in the order of the file. */
    public Map<String, GraphTensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** The tensor of this name; null when there is none. */
    public @Nullable GraphTensor find(String name) {
        return tensors.get(name);
    }

    /**
     * The name of the tensor that a matrix product multiplies by.
     *
     * @throws IllegalArgumentException when the graph has no such product
     */
    public String factor(String product) {
        String factor = products.get(product);
        if (factor == null) {
            throw new IllegalArgumentException("the graph has no product " + product);
        }
        return factor;
    }

    /** The file's bytes with these tensors in place of those of the same names. */
    public byte[] with(Map<String, GraphTensor> changed) {
        WireWriter out = new WireWriter();
        WireFields.visit(
                model,
                0,
                model.length,
                field -> {
                    if (field.number() == GRAPH) {
                        out.bytes(GRAPH, graph(field, changed));
                    } else {
                        out.copy(field);
                    }
                });
        return out.bytes();
    }

    private static byte[] graph(WireFields.Field message, Map<String, GraphTensor> changed) {
        WireWriter out = new WireWriter();
        message.fields(
                field -> {
                    GraphTensor now =
                            field.number() == INITIALIZER
                                    ? changed.get(GraphTensor.read(field).name())
                                    : null;
                    if (now == null) {
                        out.copy(field);
                    } else {
                        out.bytes(INITIALIZER, now.message());
                    }
                });
        return out.bytes();
    }
}
