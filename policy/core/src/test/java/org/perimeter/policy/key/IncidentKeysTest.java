// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Controls IDN-01 and IDN-04: pseudonyms of one incident, gone with its key. */
final class IncidentKeysTest {

    private static final String DID = "did:plc:invented";

    @TempDir private Path path;

    private KeyFolder folder;
    private IncidentKeys keys;

    @BeforeEach
    void createFolder() throws IOException {
        folder = KeyFolder.create(path, "rtcc.example.org/audit");
        keys = IncidentKeys.of(folder);
    }

    @Test
    @Control("IDN-01")
    void oneIncidentAlwaysGivesTheSamePseudonym() {
        // Given
        String first = keys.openOrCreate("cad:1").author("bluesky", DID);

        // When
        String again =
                IncidentKeys.of(KeyFolder.open(path)).openOrCreate("cad:1").author("bluesky", DID);

        // Then
        assertThat(again).isEqualTo(first).matches("[0-9a-f]{64}");
    }

    @Test
    @Control("IDN-01")
    void twoIncidentsGiveDifferentPseudonymsAndDocumentIds() {
        // Given
        IncidentKey one = keys.openOrCreate("cad:1");
        IncidentKey two = keys.openOrCreate("cad:2");

        // When
        String author = one.author("bluesky", DID);

        // Then
        assertThat(two.author("bluesky", DID)).isNotEqualTo(author);
        assertThat(two.documentId("bluesky", "at://1"))
                .isNotEqualTo(one.documentId("bluesky", "at://1"));
    }

    @Test
    void noPartRunsIntoTheNext() {
        // Given
        IncidentKey key = keys.openOrCreate("cad:1");

        // When
        String id = key.documentId("ab", "c");

        // Then
        assertThat(key.documentId("a", "bc")).isNotEqualTo(id);
        assertThat(key.author("ab", "c")).isNotEqualTo(id);
    }

    @Test
    @Control("IDN-01")
    void aPseudonymIsNotAPlainHash() throws NoSuchAlgorithmException {
        // Given
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> plain = new ArrayList<>();
        for (String text : new String[] {DID, "bluesky" + DID, "author" + "bluesky" + DID}) {
            plain.add(
                    HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
        }

        // When
        String author = keys.openOrCreate("cad:1").author("bluesky", DID);

        // Then
        assertThat(plain).doesNotContain(author);
    }

    @Test
    @Control("IDN-04")
    void aDestroyedKeyCannotComeBack() {
        // Given
        String before = keys.openOrCreate("cad:1").author("bluesky", DID);

        // When
        boolean destroyed = keys.destroy("cad:1");

        // Then
        assertThat(destroyed).isTrue();
        assertThat(keys.find("cad:1")).isEmpty();
        assertThat(keys.destroy("cad:1")).isFalse();
        assertThat(keys.openOrCreate("cad:1").author("bluesky", DID)).isNotEqualTo(before);
    }

    @Test
    void filesNameNoIncidentAndHoldNoKeyInClear() throws IOException {
        // Given
        keys.openOrCreate("cad:2027-0042");

        // When
        List<Path> files;
        try (Stream<Path> listed = Files.list(path.resolve("incidents"))) {
            files = listed.toList();
        }

        // Then
        assertThat(files).hasSize(1);
        assertThat(files.get(0).getFileName().toString()).matches("[0-9a-f]{32}\\.key");
        assertThat(Files.readAllLines(files.get(0)))
                .allSatisfy(line -> assertThat(line).hasSize(56));
    }

    @Test
    void aKeyOfAnotherMasterIsRefused() throws IOException {
        // Given
        KeyFolder other = KeyFolder.create(path.resolve("other"), "other");
        IncidentKeys.of(other).openOrCreate("cad:1");
        keys.openOrCreate("cad:9");
        try (Stream<Path> listed = Files.list(path.resolve("other/incidents"))) {
            Path foreign = listed.findFirst().orElseThrow();
            Files.copy(foreign, path.resolve("incidents").resolve(foreign.getFileName()));
        }

        // When
        assertThatIllegalStateException()
                .isThrownBy(() -> keys.find("cad:1"))

                // Then
                .withMessageContaining("master key");
    }

    @Test
    void manyAtOnceAgreeOnOneKey() throws InterruptedException, ExecutionException {
        // Given
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<String>> authors = new ArrayList<>();

        // When
        for (int i = 0; i < 64; i++) {
            authors.add(
                    pool.submit(
                            () ->
                                    IncidentKeys.of(KeyFolder.open(path))
                                            .openOrCreate("cad:race")
                                            .author("bluesky", DID)));
        }
        pool.shutdown();

        // Then
        String expected = keys.openOrCreate("cad:race").author("bluesky", DID);
        for (Future<String> author : authors) {
            assertThat(author.get()).isEqualTo(expected);
        }
    }

    @Test
    void aSealedIdentityOpensWithItsKeyAndDocumentOnly() {
        // Given
        IncidentKey key = keys.openOrCreate("cad:1");
        Identity identity = new Identity("bluesky", "at://post", DID, null);
        String sealed = identity.seal(key, "doc1");

        // When
        Identity opened = Identity.open(key, sealed, "doc1");

        // Then
        assertThat(opened).isEqualTo(identity);
        assertThat(identity.seal(key, "doc1")).isNotEqualTo(sealed);
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.open(key, sealed, "doc2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.open(keys.openOrCreate("cad:2"), sealed, "doc1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.open(key, "AAAA", "doc1"));
    }
}
