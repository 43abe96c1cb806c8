// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.encoding;

import java.util.Base64;

/**
 * Standard base64 that accepts exactly one spelling of every value. The JDK's decoder ignores stray
 * trailing bits, so that two different texts could stand for one signature.
 */
public final class StrictBase64 {

    private StrictBase64() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] decode(String text) throws MalformedLogException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedLogException("not base64: " + abbreviated(text));
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedLogException("not canonical base64: " + abbreviated(text));
        }
        return bytes;
    }

    private static String abbreviated(String text) {
        return text.length() <= 16 ? text : text.substring(0, 16) + "…";
    }
}
