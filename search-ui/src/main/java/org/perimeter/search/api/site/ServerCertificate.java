// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificate and key of the server, as two PEM files.
 *
 * @param chain file with the certificate and those that vouch for it, the server's first
 * @param key file with its private key, PKCS#8 and not encrypted; only its owner may read it
 */
public record ServerCertificate(Path chain, Path key) {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY");

    /**
     * Reads both.
     *
     * @throws IOException when a file cannot be read
     * @throws GeneralSecurityException when one holds something else, or they do not belong
     *     together; the message never repeats what they hold
     */
    public KeyStore load() throws IOException, GeneralSecurityException {
        Certificate[] certificates =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(chain)))
                        .toArray(Certificate[]::new);
        if (certificates.length == 0) {
            throw new GeneralSecurityException("the certificate file holds none");
        }
        Matcher pem = PKCS8.matcher(Files.readString(key, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new GeneralSecurityException(
                    "the key file must hold BEGIN PRIVATE KEY (PKCS#8, not encrypted)");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        String algorithm = certificates[0].getPublicKey().getAlgorithm();
        PrivateKey privateKey =
                KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", privateKey, new char[0], certificates);
        return store;
    }
}
