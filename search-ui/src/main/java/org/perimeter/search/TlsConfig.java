// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.perimeter.policy.config.ConfigFile;

/**
 * The console's certificate and key, both PEM, relative to the configuration file. Replaced files
 * are taken up without a restart.
 *
 * @param certificate the server's, and those that vouch for it
 * @param key its private key, PKCS#8 and not encrypted, which only its owner may read
 */
public record TlsConfig(String certificate, String key) {

    public TlsConfig {
        ConfigFile.require("certificate", certificate);
        ConfigFile.require("key", key);
    }
}
