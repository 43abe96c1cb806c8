// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

/** The kinds of bulk operation that this store uses, all idempotent. */
public final class Operations {

    private Operations() {}

    /** Writes a document unless a newer version is stored. */
    public static BulkOperation index(String index, String id, long version, Object document) {
        return BulkOperation.of(
                op ->
                        op.index(
                                write ->
                                        write.index(index)
                                                .id(id)
                                                .version(version)
                                                .versionType(VersionType.ExternalGte)
                                                .document(document)));
    }

    /** Writes a document unless the same or a newer version is stored. */
    public static BulkOperation indexNewer(String index, String id, long version, Object document) {
        return BulkOperation.of(
                op ->
                        op.index(
                                write ->
                                        write.index(index)
                                                .id(id)
                                                .version(version)
                                                .versionType(VersionType.External)
                                                .document(document)));
    }

    /** Writes a document, whatever is stored. */
    public static BulkOperation overwrite(String index, String id, Object document) {
        return BulkOperation.of(
                op -> op.index(write -> write.index(index).id(id).document(document)));
    }

    /** Writes a document unless there is one. */
    public static BulkOperation create(String index, String id, Object document) {
        return BulkOperation.of(
                op -> op.create(write -> write.index(index).id(id).document(document)));
    }

    /** Deletes a document unless a newer version than this is stored. */
    public static BulkOperation delete(String index, String id, long version) {
        return BulkOperation.of(
                op ->
                        op.delete(
                                delete ->
                                        delete.index(index)
                                                .id(id)
                                                .version(version)
                                                .versionType(VersionType.ExternalGte)));
    }

    /** Deletes a document, whatever its version. */
    public static BulkOperation delete(String index, String id) {
        return BulkOperation.of(op -> op.delete(delete -> delete.index(index).id(id)));
    }
}
