// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.controls.catalogue.CatalogueEntry;
import org.perimeter.policy.controls.catalogue.ControlCatalogue;
import org.perimeter.policy.key.SigningKeyFile;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.rulebook.reading.RulebookChange;
import org.perimeter.policy.rulebook.reading.RulebookDiff;
import org.perimeter.policy.rulebook.reading.RulebookExplainer;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.yaml.YamlProblem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What agency and board do with the rules: write, check, read, sign and verify them. */
@Command(
        name = "rulebook",
        description = "Write, check, explain, sign and verify the rules.",
        footer = "  ./perimeter rulebook explain")
public final class RulebookCommand {

    /** Writes the default rulebook, unsigned. */
    @Command(
            name = "new",
            description = "Writes the default rulebook into a folder, unsigned.",
            footer = "  ./perimeter rulebook new rulebook --agency \"Example City Police\"")
    int write(
            @Parameters(paramLabel = "FOLDER", description = "of the rules") Path folder,
            @Option(
                            names = "--agency",
                            required = true,
                            paramLabel = "NAME",
                            description = "whose rules they are")
                    String agency)
            throws IOException {
        Path file = folder.resolve(RulebookFolder.RULEBOOK);
        if (Files.exists(file)) {
            throw new LauncherException(file + " exists already");
        }
        String yaml = RulebookTemplate.render(agency, LocalDate.now(ZoneOffset.UTC));
        RulebookFolder.write(folder, yaml, "");
        System.out.println(file);
        return 0;
    }

    /** Checks the text of the rules: schema, bounds, consistency. */
    @Command(
            name = "check",
            description = "Checks the rules for everything but signatures.",
            footer = "  ./perimeter rulebook check rulebook")
    int check(@Parameters(paramLabel = "FOLDER", description = "of the rules") Path folder)
            throws IOException {
        Rulebook rulebook = rules(folder);
        System.out.println("ok: " + rulebook.rules().size() + " rules, hash " + rulebook.hash());
        return 0;
    }

    /** Prints the rules as a board reads them. */
    @Command(
            name = "explain",
            description = "Prints the rules in plain words; without a folder the default rules.",
            footer = "  ./perimeter rulebook explain rulebook")
    int explain(
            @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "of the rules")
                    @Nullable Path folder)
            throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Rulebook rulebook =
                folder == null
                        ? RulebookDraft.parse(RulebookTemplate.render("(your agency)", today))
                                .rulebook()
                                .orElseThrow()
                        : rules(folder);
        System.out.print(RulebookExplainer.explain(rulebook, today));
        return 0;
    }

    /** Prints what a new rulebook changes. */
    @Command(
            name = "diff",
            description = "Prints what a new rulebook changes, and how.",
            footer = "  ./perimeter rulebook diff rulebook rulebook-next")
    int diff(
            @Parameters(index = "0", paramLabel = "OLD", description = "folder of the rules now")
                    Path before,
            @Parameters(index = "1", paramLabel = "NEW", description = "folder of the new rules")
                    Path after)
            throws IOException {
        for (RulebookChange change : RulebookDiff.between(rules(before), rules(after))) {
            System.out.println(
                    change.effect()
                            + " "
                            + change.what()
                            + ": "
                            + change.before()
                            + " -> "
                            + change.after());
        }
        return 0;
    }

    /** Signs the rules. */
    @Command(
            name = "sign",
            description = {
                "Signs the rules with a key of yours; the key is made when there is none.",
                "The verifier key beside it (NAME.vkey) belongs into rulebook-trust.txt."
            },
            footer =
                    "  ./perimeter rulebook sign rulebook --key board.key --signer example.org/board")
    int sign(
            @Parameters(paramLabel = "FOLDER", description = "of the rules") Path folder,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "FILE",
                            description = "signing key, ending in .key")
                    Path key,
            @Option(names = "--signer", paramLabel = "NAME", description = "name of a new key")
                    @Nullable String signer)
            throws IOException {
        Rulebook rulebook = rules(folder);
        Path signatures = folder.resolve(RulebookFolder.SIGNATURES);
        NoteSigner noteSigner = signer(key, signer);
        String before = Files.exists(signatures) ? Files.readString(signatures) : "";
        Files.writeString(
                signatures,
                before.isBlank()
                        ? RulebookSigner.sign(rulebook.hash(), noteSigner)
                        : RulebookSigner.add(before, rulebook.hash(), noteSigner));
        System.out.println("signed " + rulebook.hash() + " as " + noteSigner.verifierKey().text());
        return 0;
    }

    /** Verifies rules and signatures as the processes do. */
    @Command(
            name = "verify",
            description = "Verifies rules, dates and both signatures.",
            footer = "  ./perimeter rulebook verify rulebook --trust rulebook-trust.txt")
    int verify(
            @Parameters(paramLabel = "FOLDER", description = "of the rules") Path folder,
            @Option(
                            names = "--trust",
                            required = true,
                            paramLabel = "FILE",
                            description = "the verifier keys of agency and board, one a line")
                    Path trust)
            throws IOException {
        requireRulebook(folder);
        SignedRulebook signed = RulebookFolder.read(folder, Instant.now());
        RulebookCheck check =
                new RulebookLoader(TrustKeys.read(trust), true).load(signed, Instant.now());
        if (check instanceof RulebookCheck.Invalid invalid) {
            throw new LauncherException(invalid.reason() + ": " + told(invalid.problems()));
        }
        System.out.println("valid: " + signed.hash());
        return 0;
    }

    /** Lists the controls with what enforces them. */
    @Command(
            name = "controls",
            description = "Lists the controls and the tests that prove them.",
            footer = "  ./perimeter rulebook controls --json")
    int controls(@Option(names = "--json", description = "as a JSON array") boolean asJson) {
        ControlCatalogue catalogue = ControlCatalogue.shipped();
        if (asJson) {
            System.out.println(catalogue.toJson());
            return 0;
        }
        for (CatalogueEntry control : catalogue.controls()) {
            String note = control.note().isEmpty() ? "" : " (" + control.note() + ")";
            System.out.println(
                    control.id() + "\t" + control.status().label() + "\t" + control.rule() + note);
        }
        return 0;
    }

    private static NoteSigner signer(Path key, @Nullable String name) throws IOException {
        String file = key.getFileName().toString();
        if (!file.endsWith(".key")) {
            throw new LauncherException("a signing key's file ends in .key");
        }
        String stem = file.substring(0, file.length() - ".key".length());
        Path folder = key.toAbsolutePath().resolveSibling("").normalize();
        if (Files.exists(key)) {
            return SigningKeyFile.read(folder, stem);
        }
        if (name == null) {
            throw new LauncherException("there is no key " + key + "; --signer NAME makes one");
        }
        Files.createDirectories(folder);
        return SigningKeyFile.create(folder, stem, name);
    }

    private static Rulebook rules(Path folder) throws IOException {
        RulebookDraft draft = RulebookDraft.parse(Files.readString(requireRulebook(folder)));
        return draft.rulebook().orElseThrow(() -> new LauncherException(told(draft.problems())));
    }

    private static Path requireRulebook(Path folder) {
        Path file = folder.resolve(RulebookFolder.RULEBOOK);
        if (!Files.isRegularFile(file)) {
            throw new LauncherException("there is no " + file);
        }
        return file;
    }

    private static String told(List<YamlProblem> problems) {
        return problems.stream().map(YamlProblem::toString).collect(Collectors.joining("; "));
    }
}
