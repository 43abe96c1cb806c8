// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.report.MarkedSection;
import org.perimeter.nlp.quality.row.Subject;
import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the bias audit over all its sets: one JSON object per set with its findings, and a summary.
 * Sets that nobody trains on are read whole.
 */
public final class Audit {

    /** A test set and nothing else: training never touches it. */
    private static final String WHOLE = "bias_madlibs";

    private final ObjectMapper json = new ObjectMapper();
    private final Path data;
    private final Part part;
    private final Consumer<String> progress;
    private final Map<GateVerdict, Integer> verdicts = new EnumMap<>(GateVerdict.class);
    private final AuditTable table = new AuditTable();
    private final List<String> red = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int measured;

    /**
     * @param data folder with one folder per corpus
     * @param part what is scored of the sets that training knows
     * @param progress hears what is being done
     */
    public Audit(Path data, Part part, Consumer<String> progress) {
        this.data = data;
        this.part = part;
        this.progress = progress;
    }

    /** Audits the analyzer; hands over one object per set. */
    public void run(Subject subject, Consumer<ObjectNode> out) {
        for (AuditSet set : sets()) {
            try {
                progress.accept("audit " + set.name());
                Part scored = set.corpus().equals(WHOLE) ? Part.ALL : part;
                List<Finding> findings =
                        set.run(subject, CorpusFiles.find(data, set.corpus(), scored));
                measured++;
                findings.forEach(finding -> note(set, finding));
                table.add(set.name(), scored, findings);
                out.accept(object(set, scored, findings));
            } catch (IOException e) {
                skip(set.name(), e);
            }
        }
    }

    private List<AuditSet> sets() {
        List<AuditSet> sets = new ArrayList<>();
        sets.add(new HateCheckSet(null));
        @Nullable IdentityTerms terms = null;
        try {
            Path words = data.resolve("bias_madlibs/dev/input_data/en_en-us_words.csv");
            terms = IdentityTerms.read(words);
            sets.add(new MadlibsSet(terms, null));
        } catch (IOException e) {
            skip("madlibs.identity", e);
        }
        try {
            DialectModel dialects = DialectModel.load(data.resolve("bias_twitteraae"));
            sets.add(new HateCheckSet(dialects));
            if (terms != null) {
                sets.add(new MadlibsSet(terms, dialects));
            }
            sets.add(new DavidsonSet(dialects, "1", "offensive"));
            sets.add(new DavidsonSet(dialects, "2", "neither"));
        } catch (IOException e) {
            skip("every set by dialect", e);
        }
        return sets;
    }

    private void skip(String name, IOException e) {
        progress.accept("audit " + name + " is skipped: " + e.getMessage());
        skipped.add(name);
    }

    private void note(AuditSet set, Finding finding) {
        verdicts.merge(finding.verdict(), 1, Integer::sum);
        if (finding.verdict() == GateVerdict.RED) {
            red.add((set.name() + " " + finding.measure() + " " + finding.group()).strip());
        }
    }

    private ObjectNode object(AuditSet set, Part scored, List<Finding> findings) {
        ObjectNode node = json.createObjectNode();
        node.put("audit", set.name());
        node.put("corpus", set.corpus());
        node.put("part", scored.label());
        ArrayNode array = node.putArray("findings");
        findings.forEach(finding -> FindingJson.write(finding, array.addObject()));
        return node;
    }

    /** Brings the table of a Markdown file up to date with what was found. */
    public void write(Path file) throws IOException {
        new MarkedSection(file, "audit").write(table.lines());
    }

    /** How many sets were audited. */
    public int measured() {
        return measured;
    }

    /** Whether any gate is red. */
    public boolean isRed() {
        return !red.isEmpty();
    }

    /**
     * The last object of the output.
     *
     * @param model version of the close reading's model that was audited; empty when there was none
     */
    public ObjectNode summary(String model) {
        ObjectNode summary = json.createObjectNode();
        summary.put("model", model);
        summary.put("sets", measured);
        for (GateVerdict verdict : GateVerdict.values()) {
            summary.put(verdict.name().toLowerCase(Locale.ROOT), verdicts.getOrDefault(verdict, 0));
        }
        red.forEach(summary.putArray("redGates")::add);
        skipped.forEach(summary.putArray("skipped")::add);
        return summary;
    }
}
