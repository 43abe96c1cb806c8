// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.entry;

/** Whether a source may be read. */
public enum SourceStatus {
    ALLOWED,
    PROHIBITED
}
