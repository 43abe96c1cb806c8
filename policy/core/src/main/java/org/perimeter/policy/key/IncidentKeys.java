// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random keys of incidents, each in a file of its own, wrapped by the master key (RFC 3394).
 * Several processes may use one folder; the file system decides who creates a key. Destroying the
 * file is what makes pseudonyms irreversible (control IDN-04).
 */
public final class IncidentKeys {

    private static final int NAME_LENGTH = 32;

    private final KeyFolder folder;

    private IncidentKeys(KeyFolder folder) {
        this.folder = folder;
    }

    /** The incident keys of a key folder. */
    public static IncidentKeys of(KeyFolder folder) {
        return new IncidentKeys(folder);
    }

    /**
     * The key of an incident, made now if there is none. After {@link #destroy} this makes a new
     * one, under which nothing can be linked to what was stored under the old one.
     *
     * @throws UncheckedIOException when the folder cannot be read or written
     * @throws IllegalStateException when the file was not wrapped by this folder's master key
     */
    public IncidentKey openOrCreate(String incidentId) {
        Optional<IncidentKey> found = find(incidentId);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            Files.createDirectories(folder.incidents());
            PrivateFiles.create(file(incidentId), wrapped());
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key is as good.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a key in the key folder", e);
        }
        return find(incidentId)
                .orElseThrow(() -> new IllegalStateException("the key vanished while it was made"));
    }

    /** The key of an incident; empty when it was never made or was destroyed. */
    public Optional<IncidentKey> find(String incidentId) {
        String[] lines;
        try {
            lines = PrivateFiles.read(file(incidentId)).split("\n", -1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a key of the key folder", e);
        }
        if (lines.length != 2) {
            throw new IllegalStateException("a key file of an incident must hold two keys");
        }
        return Optional.of(new IncidentKey(unwrap(lines[0]), unwrap(lines[1])));
    }

    /** Whether there is a key of this incident, be it readable or not. */
    public boolean holds(String incidentId) {
        return Files.exists(file(incidentId));
    }

    /**
     * Destroys the key of an incident.
     *
     * @return whether there was one
     */
    @Control("IDN-04")
    public boolean destroy(String incidentId) {
        try {
            return Files.deleteIfExists(file(incidentId));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot destroy a key of the key folder", e);
        }
    }

    private Path file(String incidentId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(incidentId.getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
            return folder.incidents().resolve(name + ".key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private String wrapped() {
        return wrap(Secrets.random(Secrets.KEY_LENGTH))
                + "\n"
                + wrap(Secrets.random(Secrets.KEY_LENGTH))
                + "\n";
    }

    private String wrap(byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.WRAP_MODE, folder.masterKey());
            byte[] wrapped = cipher.wrap(new SecretKeySpec(key, "AES"));
            return Base64.getEncoder().encodeToString(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot wrap keys", e);
        }
    }

    private byte[] unwrap(String wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.UNWRAP_MODE, folder.masterKey());
            Key key = cipher.unwrap(Base64.getDecoder().decode(wrapped), "AES", Cipher.SECRET_KEY);
            return key.getEncoded();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "a key file of an incident was not wrapped by this folder's master key", e);
        }
    }
}
