// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The audit log: an append-only RFC 6962 Merkle tree in the C2SP tlog-tiles layout with signed-note
 * checkpoints, its receipts and its verifier.
 *
 * <p>{@link org.perimeter.policy.ledger.Ledger} is the writer that the sequencer owns: drafts in,
 * durable entries out. {@link org.perimeter.policy.tlog.verify.LogVerifier} is what the oversight
 * board runs. Everything on disk but the folders {@code writer} and {@code payloads} may be served
 * to the public: entries hold salted commitments and keyed references, never names or queries.
 *
 * <p>Sources of the formats: RFC 6962 and RFC 9162 section 2.1, <a
 * href="https://c2sp.org/tlog-tiles">c2sp.org/tlog-tiles</a>, <a
 * href="https://c2sp.org/signed-note">signed-note</a>, <a
 * href="https://c2sp.org/tlog-checkpoint">tlog-checkpoint</a> and tlog-proof.
 */
@NullMarked
package org.perimeter.policy.ledger;

import org.jspecify.annotations.NullMarked;
