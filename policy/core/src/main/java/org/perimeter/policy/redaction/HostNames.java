// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells host names from words that merely have a dot between them. */
final class HostNames {

    /** Endings that are hardly ever a word after a full stop without a space. */
    private static final Set<String> CERTAIN =
            Set.of(
                    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "app", "dev",
                    "blog", "online", "site", "xyz", "social", "club", "cloud", "shop", "store",
                    "tech", "wiki", "news", "media", "page", "link", "email", "chat", "invalid",
                    "example", "test", "io", "ai", "tv", "gg", "fm", "uk", "de", "fr", "nl", "ch",
                    "jp", "cn", "ru", "br", "mx", "au", "nz", "ca", "eu", "se", "dk", "pl", "cz",
                    "kr", "tw", "za", "co", "ly", "sh", "gl", "ie", "pt", "gr", "ro", "hu", "sg",
                    "hk", "ph", "ar", "cl", "pe", "tr", "ua", "sk", "lt", "lv", "ee", "website",
                    "pro", "fyi");

    /** Hosts below which every name is a person's handle. */
    private static final List<String> HANDLE_HOSTS =
            List.of(".bsky.social", ".brid.gy", ".blacksky.app");

    private HostNames() {}

    /** Whether the label ends a host name whatever follows. */
    static boolean isCertainEnd(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return CERTAIN.contains(lower) || lower.startsWith("xn--");
    }

    /** Whether the label ends a host name when a path follows. */
    static boolean isEndBeforePath(String label) {
        return label.length() >= 2 && label.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    static boolean isHandle(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return HANDLE_HOSTS.stream().anyMatch(lower::endsWith);
    }
}
