// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.key.KeyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the key folder that a deployment needs before its first start. */
@Command(
        name = "keys",
        description = "Make the keys of a deployment.",
        footer =
                "  ./perimeter keys new keys --ledger rtcc.example.org/audit --trust agency.vkey"
                        + " board.vkey")
public final class KeysCommand {

    /**
     * Makes a key folder with fresh random keys, readable by its owner only; never overwrites one.
     *
     * @param folder where; made when it is not there
     * @param ledger origin of the audit log, part of every checkpoint's signature
     * @param trusted files with the verifier keys of agency and board, in this order
     */
    @Command(
            name = "new",
            description = "Makes a key folder: master, payload, actor and ledger keys.",
            footer =
                    "  ./perimeter keys new keys --ledger rtcc.example.org/audit --trust"
                            + " agency.vkey board.vkey")
    int create(
            @Parameters(paramLabel = "FOLDER", description = "where; made when not there")
                    Path folder,
            @Option(
                            names = "--ledger",
                            required = true,
                            paramLabel = "NAME",
                            description = "the audit log's name, such as rtcc.example.org/audit")
                    String ledger,
            @Option(
                            names = "--trust",
                            arity = "2",
                            required = true,
                            paramLabel = "FILE",
                            description =
                                    "agency's and board's .vkey files, as `rulebook sign` made them")
                    List<Path> trusted)
            throws IOException {
        StringBuilder trust = new StringBuilder();
        for (Path file : trusted) {
            trust.append(Files.readString(file).strip()).append('\n');
        }
        try {
            KeyFolder keys = KeyFolder.create(folder, ledger);
            Files.writeString(keys.trustFile(), trust);
        } catch (FileAlreadyExistsException e) {
            throw new LauncherException(folder + " holds keys already; nothing was changed");
        }
        System.out.println("made " + folder + "; back it up apart from the store");
        return 0;
    }
}
