// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

/** What a gate says; later is worse. */
enum GateVerdict {
    GREEN,
    /** Must be explained; also whenever there is too little evidence to say green. */
    AMBER,
    /** Must not be used. */
    RED
}
