// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks over the fields of one protobuf message. */
final class WireFields {

    /** Takes one field after the other. */
    @FunctionalInterface
    interface Visitor {
        void field(Field field);
    }

    /**
     * One field of a message.
     *
     * @param number its number
     * @param wire its wire type
     * @param value its number when it is a varint
     */
    @SuppressWarnings("ArrayRecordComponent") // A window on the message, which nobody changes.
    record Field(byte[] message, int number, int wire, int start, int end, long value) {

        byte[] bytes() {
            return Arrays.copyOfRange(message, start, end);
        }

        String text() {
            return new String(message, start, end - start, StandardCharsets.UTF_8);
        }

        void fields(Visitor visitor) {
            WireFields.visit(message, start, end, visitor);
        }

        /** The numbers of a field that may repeat, packed or one by one. */
        long[] numbers() {
            if (wire == VARINT) {
                return new long[] {value};
            }
            WireFields in = new WireFields(message, start);
            long[] numbers = new long[end - start];
            int count = 0;
            while (in.at < end) {
                numbers[count++] = in.varint();
            }
            return Arrays.copyOf(numbers, count);
        }
    }

    static final int VARINT = 0;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final byte[] message;
    private int at;

    private WireFields(byte[] message, int at) {
        this.message = message;
        this.at = at;
    }

    /**
     * Shows every field to the visitor.
     *
     * @throws IllegalArgumentException when a field is of a wire type that ONNX does not use
     */
    static void visit(byte[] message, int start, int end, Visitor visitor) {
        WireFields in = new WireFields(message, start);
        while (in.at < end) {
            visitor.field(in.next());
        }
    }

    private Field next() {
        long key = varint();
        int number = (int) (key >>> 3);
        int wire = (int) key & 7;
        long value = wire == VARINT ? varint() : 0;
        int length =
                switch (wire) {
                    case VARINT -> 0;
                    case BYTES -> (int) varint();
                    case FIXED32 -> 4;
                    default -> throw new IllegalArgumentException("wire type " + wire);
                };
        int start = at;
        at += length;
        return new Field(message, number, wire, start, at, value);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
