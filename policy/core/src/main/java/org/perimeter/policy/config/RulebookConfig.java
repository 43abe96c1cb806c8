// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

/**
 * Where the rulebook is.
 *
 * @param folder the folder with {@code rulebook.yaml} and {@code SIGNATURES}; relative to the
 *     configuration file
 */
public record RulebookConfig(String folder) {

    public RulebookConfig {
        ConfigFile.require("folder", folder);
    }
}
