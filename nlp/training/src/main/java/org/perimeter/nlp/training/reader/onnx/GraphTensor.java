// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** A tensor of a graph (ONNX TensorProto): its name, type, dimensions and raw bytes. */
public final class GraphTensor {

    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT8 = 3;

    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    private static final int FLOAT_DATA = 4;
    private static final int INT32_DATA = 5;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private final String name;
    private final int type;
    private final long[] dims;
    private final byte[] raw;

    GraphTensor(String name, int type, long[] dims, byte[] raw) {
        this.name = name;
        this.type = type;
        this.dims = dims.clone();
        this.raw = raw;
    }

    static GraphTensor read(WireFields.Field message) {
        String[] name = {""};
        int[] type = {0};
        LongStream.Builder dims = LongStream.builder();
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.fields(
                field -> {
                    switch (field.number()) {
                        case DIMS -> LongStream.of(field.numbers()).forEach(dims);
                        case DATA_TYPE -> type[0] = (int) field.value();
                        case FLOAT_DATA, RAW_DATA -> raw.writeBytes(field.bytes());
                        // Small whole numbers such as zero points.
                        case INT32_DATA ->
                                LongStream.of(field.numbers()).forEach(n -> raw.write((int) n));
                        case NAME -> name[0] = field.text();
                        default -> {}
                    }
                });
        return new GraphTensor(name[0], type[0], dims.build().toArray(), raw.toByteArray());
    }

    byte[] message() {
        WireWriter out = new WireWriter();
        for (long dim : dims) {
            out.number(DIMS, dim);
        }
        out.number(DATA_TYPE, type);
        out.text(NAME, name);
        out.bytes(RAW_DATA, raw);
        return out.bytes();
    }

    /** Its name in the graph. */
    public String name() {
        return name;
    }

    /** Its dimensions; none for a single number. */
    public long[] dims() {
        return dims.clone();
    }

    /** Whether it holds single-precision numbers. */
    public boolean isFloat() {
        return type == FLOAT;
    }

    boolean isBytes() {
        return type == INT8 || type == UINT8;
    }

    boolean isSigned() {
        return type == INT8;
    }

    /** Its numbers, when it holds single-precision ones. */
    public float[] floats() {
        if (type != FLOAT) {
            throw new IllegalStateException(name + " holds no single-precision numbers");
        }
        float[] values = new float[raw.length / Float.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    byte[] raw() {
        return raw.clone();
    }

    /** The same tensor with other single-precision numbers. */
    public GraphTensor with(float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new GraphTensor(name, FLOAT, dims, bytes.array());
    }

    GraphTensor with(byte[] values) {
        return new GraphTensor(name, type, dims, values);
    }
}
