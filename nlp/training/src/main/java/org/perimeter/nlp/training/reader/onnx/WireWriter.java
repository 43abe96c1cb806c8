// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one protobuf message. */
final class WireWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    void number(int field, long value) {
        varint((long) field << 3 | WireFields.VARINT);
        varint(value);
    }

    void text(int field, String text) {
        bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int field, byte[] bytes) {
        varint((long) field << 3 | WireFields.BYTES);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    /** A field as it stands in another message. */
    void copy(WireFields.Field field) {
        switch (field.wire()) {
            case WireFields.VARINT -> number(field.number(), field.value());
            case WireFields.BYTES -> bytes(field.number(), field.bytes());
            default -> {
                varint((long) field.number() << 3 | field.wire());
                out.writeBytes(field.bytes());
            }
        }
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
