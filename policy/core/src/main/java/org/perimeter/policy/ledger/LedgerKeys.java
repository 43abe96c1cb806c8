// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.tree.Hash;

import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The keys that the ledger's writer needs.
 *
 * @param signer signs checkpoints; its name is the log's origin
 * @param actorKey for HMAC-SHA-256 over actors
 * @param payloadKey for AES-256-GCM over payloads
 */
public record LedgerKeys(NoteSigner signer, SecretKey actorKey, SecretKey payloadKey) {

    /** The reference under which an actor appears in entries: the same for all of its entries. */
    String actorRef(String actor) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(actorKey);
            return HexFormat.of().formatHex(mac.doFinal(Hash.utf8(actor)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the actor key does not fit HMAC-SHA-256", e);
        }
    }

    /** Shows the public part only. */
    @Override
    public String toString() {
        return "LedgerKeys[" + signer.verifierKey() + "]";
    }
}
