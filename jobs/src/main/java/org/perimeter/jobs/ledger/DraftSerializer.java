// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.io.IOException;

/** Checkpoints drafts that were numbered and are not in the inbox yet. */
final class DraftSerializer implements SimpleVersionedSerializer<LedgerDraft> {

    private static final int VERSION = 1;
    private static final int FIRST_SIZE = 512;

    private final TypeSerializer<LedgerDraft> serializer =
            TypeInformation.of(LedgerDraft.class).createSerializer(new SerializerConfigImpl());

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LedgerDraft draft) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(FIRST_SIZE);
        serializer.serialize(draft, out);
        return out.getCopyOfBuffer();
    }

    /**
     * @throws IOException when the version is not known
     */
    @Override
    public LedgerDraft deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("unknown version of a ledger draft: " + version);
        }
        return serializer.deserialize(new DataInputDeserializer(serialized));
    }
}
