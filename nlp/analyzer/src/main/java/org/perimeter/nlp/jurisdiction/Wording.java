// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

/** How much the words of a local name say by themselves. */
public enum Wording {
    /** They can hardly mean anything else. */
    CLEAR,
    /** A name that may also be a person's or a word: it must be written or placed like a name. */
    BARE,
    /** Part of a longer name: it must be written or placed like a name, and be the only one. */
    PART,
    /** Ordinary words: they must be written like a name and placed like one. */
    ORDINARY
}
