// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.encoding;

import java.io.IOException;

/** Says where a ledger, a note or a receipt breaks its format or contradicts itself. */
public final class MalformedLogException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param problem the place and what is wrong there; no payload
     */
    public MalformedLogException(String problem) {
        super(problem);
    }
}
