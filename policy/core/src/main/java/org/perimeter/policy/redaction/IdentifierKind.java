// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

/** What kind of identifier of a person a text holds, and what is put in its place. */
enum IdentifierKind {
    HANDLE("[handle]"),
    LINK("[link]"),
    PHONE("[phone]"),
    EMAIL("[email]"),
    PLATE("[plate]");

    private final String placeholder;

    IdentifierKind(String placeholder) {
        this.placeholder = placeholder;
    }

    String placeholder() {
        return placeholder;
    }
}
