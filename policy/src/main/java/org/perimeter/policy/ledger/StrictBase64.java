// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import java.util.Base64;

/**
 * Standard base64 that accepts exactly one spelling of every value. The JDK's decoder ignores stray
 * trailing bits, so that two different texts could stand for one signature.
 */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) throws MalformedLedgerException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedLedgerException("not base64: " + abbreviated(text));
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedLedgerException("not canonical base64: " + abbreviated(text));
        }
        return bytes;
    }

    private static String abbreviated(String text) {
        return text.length() <= 16 ? text : text.substring(0, 16) + "…";
    }
}
