// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction.leak;

/** What of a person can be found in a stored document. */
public enum LeakKind {
    /** A name on a network. */
    HANDLE,
    /** A phone number. */
    NUMBER,
    /** A mail address. */
    MAIL,
    /** An address of a page, or a bare domain. */
    LINK,
    /** A licence plate. */
    PLATE,
    /** The platform's own id of an author or post, or where the post can be read. */
    RAW_ID
}
