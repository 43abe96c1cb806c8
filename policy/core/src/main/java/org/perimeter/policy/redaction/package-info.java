// SPDX-License-Identifier: GPL-3.0-or-later
/** Finds what identifies a person in a text and replaces it (controls IDN-01 and IDN-02). */
@NullMarked
package org.perimeter.policy.redaction;

import org.jspecify.annotations.NullMarked;
