// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The key folder and what its keys do: one pair of random keys per incident, wrapped by the master
 * key and destroyed with the incident; signing keys; the key of audit payloads. Keys stay in this
 * folder and in memory, never in the store, in a job graph or in a log.
 */
@NullMarked
package org.perimeter.policy.key;

import org.jspecify.annotations.NullMarked;
