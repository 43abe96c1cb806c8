// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.site;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves TLS 1.2 and 1.3 with the server's certificate, and with its successor as soon as both
 * files have been replaced; what cannot be used leaves the one in use where it is.
 */
public final class TlsConnector implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TlsConnector.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final ServerCertificate certificate;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "certificate-watch");
                        thread.setDaemon(true);
                        return thread;
                    });
    private List<FileTime> used;
    private @Nullable Future<?> looking;

    /**
     * @throws IOException when a file cannot be read
     * @throws GeneralSecurityException when one cannot be used
     */
    public TlsConnector(ServerCertificate certificate)
            throws IOException, GeneralSecurityException {
        this.certificate = certificate;
        this.used = times();
        use(tls, certificate.load());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    }

    /** The connector, to be started with the server. */
    public ServerConnector connector(Server server, HttpConfiguration http, Site site) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // A host name that the certificate does not have is for the guard to judge.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                        new HttpConnectionFactory(secure));
        connector.setHost(site.host());
        connector.setPort(site.port());
        looking =
                watch.scheduleWithFixedDelay(
                        this::look,
                        LOOK_EVERY.toSeconds(),
                        LOOK_EVERY.toSeconds(),
                        TimeUnit.SECONDS);
        return connector;
    }

    /** Takes up what was put in the place of the files since the last look. */
    void look() {
        try {
            List<FileTime> now = times();
            if (!now.equals(used)) {
                KeyStore fresh = certificate.load();
                tls.reload(factory -> use(factory, fresh));
                used = now;
                LOGGER.atInfo().log("the console's certificate was replaced");
            }
        } catch (Exception e) {
            // Half a replacement, most likely; the next look finds the rest.
            LOGGER.atWarn().setCause(e).log("the console's new certificate cannot be used yet");
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        watch.shutdownNow();
    }

    private static void use(SslContextFactory factory, KeyStore keys) {
        factory.setKeyStore(keys);
        factory.setKeyStorePassword("");
    }

    private List<FileTime> times() throws IOException {
        return List.of(
                Files.getLastModifiedTime(certificate.chain()),
                Files.getLastModifiedTime(certificate.key()));
    }
}
