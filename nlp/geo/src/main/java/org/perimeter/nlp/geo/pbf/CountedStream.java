// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.pbf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read, so that a file that ends in the middle of a block is noticed. */
final class CountedStream extends FilterInputStream {

    private long count;

    CountedStream(InputStream in) {
        super(in);
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count += Math.max(0, read);
        return read;
    }
}
