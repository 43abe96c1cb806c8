// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.note.NoteSigner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Appends to a ledger without end, as a process that a test may kill at any moment. */
final class AppendingProcess {

    private static final String PRODUCER = "jobs-1";

    private AppendingProcess() {}

    /** Arguments: folder of the log, private and public key files. */
    public static void main(String[] arguments) throws Exception {
        LedgerKeys keys = keys(Path.of(arguments[1]), Path.of(arguments[2]));
        try (Ledger ledger = Ledger.open(Path.of(arguments[0]), keys)) {
            for (int batch = 1; ; batch++) {
                long mark = ledger.mark(PRODUCER);
                // From before the mark: a producer hands in again what it is not sure about.
                ledger.append(Drafts.range(PRODUCER, Math.max(1, mark - 5), mark + batch % 97 + 1));
                byte[] line = (ledger.mark(PRODUCER) + "\n").getBytes(StandardCharsets.UTF_8);
                System.out.write(line);
                System.out.flush();
            }
        }
    }

    static LedgerKeys keys(Path privateKey, Path publicKey)
            throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        KeyPair pair =
                new KeyPair(
                        factory.generatePublic(
                                new X509EncodedKeySpec(Files.readAllBytes(publicKey))),
                        factory.generatePrivate(
                                new PKCS8EncodedKeySpec(Files.readAllBytes(privateKey))));
        return new LedgerKeys(
                new NoteSigner("log.example/audit", pair),
                TestKeys.secret("HmacSHA256", 1),
                TestKeys.secret("AES", 2));
    }
}
