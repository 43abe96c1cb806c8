// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

import java.time.Instant;

/**
 * A rulebook as it travels through the store: its exact YAML and the signed notes over it. Every
 * reader verifies it again; nobody trusts the store.
 *
 * @param hash lower-case hex SHA-256 of the rulebook's canonical JSON (RFC 8785)
 * @param yaml the file, byte for byte as UTF-8 text
 * @param signatures the {@code SIGNATURES} file: signed notes over the hash
 * @param activatedAt when it was made the current one
 */
public record SignedRulebook(String hash, String yaml, String signatures, Instant activatedAt) {}
