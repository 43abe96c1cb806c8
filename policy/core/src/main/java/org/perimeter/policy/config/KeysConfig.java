// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

/**
 * Where the keys are.
 *
 * @param folder the key folder, readable by its owner only; relative to the configuration file
 */
public record KeysConfig(String folder) {

    public KeysConfig {
        ConfigFile.require("folder", folder);
    }
}
