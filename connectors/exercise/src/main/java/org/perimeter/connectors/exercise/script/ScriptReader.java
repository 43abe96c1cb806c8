// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.script;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.OrdinaryTemplate;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.staging.TownSlots;
import org.perimeter.connectors.exercise.table.BadTablesException;
import org.perimeter.connectors.exercise.table.BundledTables;
import org.perimeter.connectors.exercise.table.TableFolder;
import org.perimeter.connectors.exercise.table.TableProblems;
import org.perimeter.connectors.exercise.table.TableRow;
import org.perimeter.connectors.exercise.table.Tables;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a script: incidents and packs from a folder, ordinary posts and slots from there too, or
 * else the bundled ones. All rows are checked before anything is said about them.
 */
public final class ScriptReader {

    private static final String PACKS = "packs.tsv";
    private static final String ORDINARY = "ordinary.tsv";
    private static final String SLOTS = "slots.tsv";
    private static final Set<String> RESERVED =
            Set.of("incidents", "packs", "slots", ScenarioLine.ORDINARY);

    /** Text, slots, and alternatives that hold the two. */
    private static final Pattern TEMPLATE =
            Pattern.compile(
                    "(?:[^\\[\\]{}]++|\\{[a-z0-9_-]+\\}"
                            + "|\\[(?:[^\\[\\]{}]++|\\{[a-z0-9_-]+\\})*+\\])*+");

    private static final Tables BUNDLED = new BundledTables(Script.class);

    private final String where;
    private final Tables tables;
    private final Town town;
    private final TableProblems problems;
    private final Cells cells;

    private ScriptReader(String where, Tables tables, Town town, TableProblems problems) {
        this.where = where;
        this.tables = tables;
        this.town = town;
        this.problems = problems;
        this.cells = new Cells(town.places(), problems);
    }

    /** The bundled script, which speaks of the demo's town. */
    public static Script bundled(Town town) {
        return new ScriptReader("bundled", BUNDLED, town, new TableProblems()).read();
    }

    /**
     * The script of a folder.
     *
     * @throws BadTablesException with everything that is wrong
     */
    public static Script read(Path folder, Town town) {
        TableProblems problems = new TableProblems();
        return new ScriptReader(
                        folder.toString(), new TableFolder(folder, problems), town, problems)
                .read();
    }

    private Script read() {
        Map<String, List<String>> given = slots();
        Map<String, List<String>> filled = TownSlots.of(town.city(), given);
        List<IncidentPlan> incidents =
                new IncidentRows(cells, problems).read(rows(IncidentRows.FILE));
        List<List<ScenarioLine>> packs = packs(filled);
        List<OrdinaryTemplate> ordinary = ordinary(filled);
        if (incidents.isEmpty()) {
            problems.add(IncidentRows.FILE, "no incident");
        }
        problems.throwIfAny(where);
        return new Script(incidents, packs, ordinary, given);
    }

    private List<TableRow> rows(String file) {
        List<TableRow> rows = tables.find(file);
        if (rows == null) {
            problems.add(file, "the file is missing");
            return List.of();
        }
        return rows;
    }

    private List<TableRow> rowsOrBundled(String file) {
        List<TableRow> own = tables.find(file);
        List<TableRow> bundled = own == null ? BUNDLED.find(file) : own;
        return bundled == null ? List.of() : bundled;
    }

    private Map<String, List<String>> slots() {
        Map<String, List<String>> slots = new HashMap<>();
        for (TableRow row : rowsOrBundled(SLOTS)) {
            if (row.cells().size() < 2) {
                problems.add(row, "a slot without a value");
            } else if (slots.put(row.cell(0), row.cells().subList(1, row.cells().size())) != null) {
                problems.add(row, "a second slot of this name");
            }
        }
        return slots;
    }

    private List<List<ScenarioLine>> packs(Map<String, List<String>> filled) {
        Set<String> names = new HashSet<>();
        List<List<ScenarioLine>> packs = new ArrayList<>();
        for (TableRow row : rows(PACKS)) {
            if (!cells.count(row, 2)) {
                continue;
            }
            if (!row.cell(0).matches("[a-z0-9-]+") || RESERVED.contains(row.cell(0))) {
                problems.add(row, "no name for a pack: \"" + row.cell(0) + "\"");
                continue;
            }
            if (!names.add(row.cell(0))) {
                problems.add(row, "a second row for this pack");
            }
            Duration start = cells.offset(row, 1);
            packs.add(
                    new PackRows(row.cell(0), start, cells, filled, problems)
                            .read(rows(row.cell(0) + ".tsv")));
        }
        return packs;
    }

    private List<OrdinaryTemplate> ordinary(Map<String, List<String>> filled) {
        List<OrdinaryTemplate> templates = new ArrayList<>();
        boolean any = false;
        for (TableRow row : rowsOrBundled(ORDINARY)) {
            if (cells.count(row, 2)) {
                templates.add(new OrdinaryTemplate(row.cell(0), row.cell(1)));
                any |= TownSlots.missing(row.cell(1), filled).isEmpty();
                if (!TEMPLATE.matcher(row.cell(1)).matches()) {
                    problems.add(row, "an open bracket");
                }
            }
        }
        if (!any) {
            problems.add(ORDINARY, "no template whose slots this town fills");
        }
        return templates;
    }
}
