// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.access.Role;
import org.perimeter.search.access.Caller;
import org.perimeter.search.api.ApiServer;
import org.perimeter.search.api.RouteTable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/** TLS in the console itself, with certificates that the JDK's own tool makes. */
final class TlsConnectorTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir Path folder;

    @Test
    void itServesByTlsAndTakesUpANewCertificateWithoutARestart() throws Exception {
        // Given
        ServerCertificate files =
                new ServerCertificate(folder.resolve("server.pem"), folder.resolve("server.key"));
        Certificate first = write("first", files, Instant.parse("2026-11-01T00:00:00Z"));
        TlsConnector tls = new TlsConnector(files);
        Site site = new Site("127.0.0.1", 0, null, files, null);
        try (ApiServer server =
                new ApiServer(
                        new RouteTable(List.of()),
                        site,
                        call -> Caller.of("local", Set.of(Role.ANALYST)),
                        tls)) {
            String address = server.start();
            assertThat(address).startsWith("https://127.0.0.1:");

            // When
            HttpResponse<String> answer = get(address, first);

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));

            // When half of it is replaced, and then all
            Files.writeString(files.chain(), "-----BEGIN");
            tls.look();
            assertThat(get(address, first).statusCode()).isEqualTo(200);
            Certificate second = write("second", files, Instant.parse("2026-11-02T00:00:00Z"));
            tls.look();

            // Then
            assertThat(get(address, second).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(address, first)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aKeyOfAnotherFormIsRefusedWithoutRepeatingIt() throws Exception {
        // Given
        ServerCertificate files =
                new ServerCertificate(folder.resolve("server.pem"), folder.resolve("server.key"));
        write("first", files, Instant.parse("2026-11-01T00:00:00Z"));
        Files.writeString(
                files.key(), "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY");

        // Then
        assertThatThrownBy(() -> new TlsConnector(files))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("c2VjcmV0");
    }

    private Certificate write(String name, ServerCertificate files, Instant at) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "server",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "SAN=ip:127.0.0.1",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Certificate certificate = keys.getCertificate("server");
        Files.writeString(files.chain(), pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(
                files.key(), pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
        Files.setLastModifiedTime(files.chain(), FileTime.from(at));
        Files.setLastModifiedTime(files.key(), FileTime.from(at));
        return certificate;
    }

    private static String pem(String type, byte[] bytes) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(bytes));
    }

    private static HttpResponse<String> get(String address, Certificate trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", trusted);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/openapi.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
