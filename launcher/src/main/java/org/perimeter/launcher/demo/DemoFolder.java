// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.launcher.deployment.FolderTree;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.key.SigningKeyFile;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;

/**
 * The folder of a demo: fresh keys, a rulebook signed with them, the city as jurisdiction, and one
 * configuration file. Everything of an earlier demo in it is removed. One demo at a time uses it.
 */
public final class DemoFolder implements AutoCloseable {

    private static final List<String> PARTS =
            List.of("keys", "rulebook", "city", "exercise", "ledger", "state", "elasticsearch");

    private final Path path;
    private final FileChannel lockFile;

    private DemoFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder and clears it.
     *
     * @throws LauncherException when another demo uses it
     */
    public static DemoFolder take(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel lockFile =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new LauncherException("another demo is running in " + path);
        }
        for (String part : PARTS) {
            FolderTree.remove(path.resolve(part));
        }
        return new DemoFolder(path, lockFile);
    }

    /** Makes keys and a rulebook that both demo signers have signed. */
    public void govern(LocalDate today) throws IOException {
        KeyFolder keys = KeyFolder.create(path.resolve("keys"), TrustKeys.DEMO_PREFIX + "ledger");
        NoteSigner agency =
                SigningKeyFile.create(keys.path(), "demo-agency", TrustKeys.DEMO_PREFIX + "agency");
        NoteSigner board =
                SigningKeyFile.create(keys.path(), "demo-board", TrustKeys.DEMO_PREFIX + "board");
        Files.writeString(
                keys.trustFile(),
                new TrustKeys(agency.verifierKey(), board.verifierKey()).format());
        String yaml = RulebookTemplate.render("Wrenmouth Exercise Agency", today);
        String hash = RulebookDraft.parse(yaml).hash();
        String signed = RulebookSigner.add(RulebookSigner.sign(hash, agency), hash, board);
        RulebookFolder.write(path.resolve("rulebook"), yaml, signed);
    }

    /** Writes the town as jurisdiction. */
    public void settle(Town town) throws IOException {
        town.write(path.resolve("city"));
        Files.createDirectories(path.resolve("exercise"));
    }

    /** Keeps the secret by which webhooks are signed; after {@link #govern}. */
    public void share(String webhookSecret) throws IOException {
        Path file = Files.writeString(path.resolve(DemoConfig.WEBHOOK_SECRET), webhookSecret);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /**
     * Writes the configuration.
     *
     * @return the file
     */
    public Path configure(DemoConfig config) throws IOException {
        return Files.writeString(path.resolve("config.yaml"), config.yaml());
    }

    /** Where the posts of the exercise are expected. */
    public Path posts() {
        return path.resolve(DemoConfig.POSTS);
    }

    /** Data of the local node. */
    public Path nodeData() {
        return path.resolve("elasticsearch");
    }

    /** The key folder. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** The ledger. */
    public Path ledger() {
        return path.resolve("ledger");
    }

    /** The folder itself, which also gets logs and report. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
