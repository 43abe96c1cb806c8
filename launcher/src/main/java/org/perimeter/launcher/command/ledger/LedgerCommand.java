// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.launcher.published.LogFiles;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.policy.tlog.verify.LogVerifier;
import org.perimeter.policy.tlog.verify.RememberedLog;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Works on the audit log. */
@Command(
        name = "ledger",
        description = "Verify and read the audit log.",
        footer = "  ./perimeter ledger verify var/demo/ledger",
        subcommands = {LedgerCommand.Verify.class, EntriesCommand.class})
public final class LedgerCommand {

    /** Verifies a log in a folder or at a web address. */
    @Command(
            name = "verify",
            description = {
                "Verifies signature, entries, tiles and root of a log.",
                "A log that was cut, forked or restored verifies for itself: --remember finds it."
            },
            footer = {
                "  ./perimeter ledger verify var/demo/ledger --remember seen.checkpoint",
                "  ./perimeter ledger verify https://audit.example.org/log --key ledger.vkey"
            })
    static final class Verify implements Callable<Integer> {

        @Parameters(
                index = "0",
                paramLabel = "DIR|URL",
                description = "folder that holds `checkpoint`, or address of the console")
        private String log = "";

        @Option(
                names = "--key",
                paramLabel = "FILE|KEY",
                description =
                        "the log's verifier key; when left out, ledger.vkey beside the log or in"
                                + " the folder `keys` next to it")
        private @Nullable String key;

        @Option(
                names = "--remember",
                paramLabel = "FILE",
                description =
                        "keeps the checkpoint in this file of your own; the log must extend the one"
                                + " that it holds")
        private @Nullable Path remember;

        @Override
        public Integer call() throws IOException {
            TileReader reader = LogFiles.open(log);
            LogVerification found = verify(reader, verifierKey(LogFiles.isWeb(log)));
            if (!found.ok()) {
                throw new LauncherException("the ledger does not verify: " + found.problem());
            }
            System.out.println("verified " + found.size() + " entries, root " + found.root());
            return 0;
        }

        private LogVerification verify(TileReader reader, VerifierKey known) throws IOException {
            LogVerifier verifier = LedgerVerifier.of(known);
            return remember == null
                    ? verifier.verify(reader, null)
                    : new RememberedLog(remember, known, verifier).verify(reader);
        }

        private VerifierKey verifierKey(boolean web) throws IOException {
            if (key != null) {
                Path file = Path.of(key);
                return VerifierKey.parse(
                        (Files.isRegularFile(file) ? Files.readString(file) : key).strip());
            }
            if (!web) {
                Path folder = Path.of(log).toAbsolutePath().normalize();
                for (Path file :
                        List.of(
                                folder.resolve("ledger.vkey"),
                                folder.resolveSibling("keys").resolve("ledger.vkey"))) {
                    if (Files.isRegularFile(file)) {
                        return VerifierKey.parse(Files.readString(file).strip());
                    }
                }
            }
            throw new LauncherException(
                    "give the log's verifier key with --key; you have it from the agency, not"
                            + " from the log");
        }
    }
}
