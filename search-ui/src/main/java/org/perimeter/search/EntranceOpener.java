// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.key.SecretReference;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.api.site.ServerCertificate;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.api.site.TlsConnector;
import org.perimeter.search.signin.Entrance;
import org.perimeter.search.signin.LocalEntrance;
import org.perimeter.search.signin.oidc.OidcConfig;
import org.perimeter.search.signin.oidc.OidcEntrance;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Opens what the configuration says of the way in: the files that it names are read at the start,
 * so that a wrong one stops it.
 */
final class EntranceOpener {

    private final ConsoleConfig config;
    private final ConfigFile file;
    private final Clock clock;

    EntranceOpener(ConsoleConfig config, ConfigFile file, Clock clock) {
        this.config = config;
        this.file = file;
        this.clock = clock;
    }

    /** Where the server is. */
    Site site() {
        return config.site(certificate());
    }

    /**
     * What serves TLS; null when it does not end here.
     *
     * @throws StartException when certificate or key cannot be used
     */
    @Nullable TlsConnector tls() {
        ServerCertificate certificate = certificate();
        try {
            return certificate == null ? null : new TlsConnector(certificate);
        } catch (IOException e) {
            throw new StartException("console.tls", "certificate or key cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartException(
                    "console.tls", "certificate and key cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The manner in which people become known.
     *
     * @throws ConfigException when the provider's secret cannot be had
     */
    Function<AuditLog, Entrance> entrance() {
        OidcConfig oidc = config.oidc();
        if (oidc == null) {
            return audit -> new LocalEntrance(config.roles(), config.demo());
        }
        String secret = secret(oidc);
        // The config demands it beside oidc.
        URI site = URI.create(Objects.requireNonNull(config.publicUrl()));
        return audit -> new OidcEntrance(oidc, secret, site, new HttpDoor(), audit, clock);
    }

    private String secret(OidcConfig oidc) {
        try {
            return new SecretReference(oidc.secret()).resolve(file::resolve, System::getenv);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    file.file(),
                    List.of(file.problem("console.oidc.secret", String.valueOf(e.getMessage()))));
        }
    }

    private @Nullable ServerCertificate certificate() {
        TlsConfig tls = config.tls();
        return tls == null
                ? null
                : new ServerCertificate(file.resolve(tls.certificate()), file.resolve(tls.key()));
    }
}
