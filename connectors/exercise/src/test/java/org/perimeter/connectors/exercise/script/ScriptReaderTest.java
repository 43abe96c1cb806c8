// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.table.BadTablesException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

final class ScriptReaderTest {

    private static final Town TOWN = Town.invented(Town.DEFAULT).orElseThrow();

    @TempDir private Path folder;

    @BeforeEach
    void writeAnExercise() throws IOException {
        write(
                "incidents.tsv",
                "# id\ttitle\tcategory\tpriority\tplace\tradius metres\topens at\talerts expected",
                "fire\tSmoke, Tidewell Mall\tFIRE\t2\tmall-tidewell\t600\t2:00\tREPORT FIRE");
        write("packs.tsv", "# pack\tstarts at", "fire\t1:00");
        write(
                "fire.tsv",
                "# offset\tauthor\toperation\tlabel\ttext\tplace\tkind\tcategory\tadmissible\tattached",
                "0:05\ta001\tC\tm-first\tsmoke at tidewell\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "0:09\ta002\tC\t\tis anybody hurt\t-\tNONE\t\ta\t",
                "0:20\ta001\tU m-first\t\tfire at tidewell\tmall-tidewell\tREPORT\tFIRE\ty\t",
                "0:30\ta003\tC\t\tnice day\t-\tNONE\t\tn\tgps=mall-tidewell;lang=en",
                "0:40\ta004\tC\t\tmaybe smoke\t-\tNONE\t\t?\t",
                "0:50\ta005\tC\t\tit burns here\t-\tREPORT\tFIRE\ty\ttag=mall-tidewell");
    }

    @Test
    void readsPacksIncidentsAndVerdicts() {
        // When
        Script script = ScriptReader.read(folder, TOWN);

        // Then
        List<ScenarioLine> pack = script.packs().get(0);
        assertThat(script.incidents()).hasSize(1);
        assertThat(pack)
                .extracting(line -> line.claim().verdict())
                .containsExactly(
                        Admissible.ADMIT,
                        Admissible.UNPLACED,
                        Admissible.ADMIT,
                        Admissible.REFUSE,
                        Admissible.UNSCORED,
                        Admissible.ADMIT);
        assertThat(pack.get(5).claim().place()).isEqualTo("mall-tidewell");
        assertThat(pack.get(2).operation()).isEqualTo(Operation.UPDATE);
        assertThat(pack.get(2).post()).isEqualTo(pack.get(0).post());
        assertThat(pack.get(0).at()).isEqualTo(Duration.ofSeconds(65));
        assertThat(pack.get(3).extras().gps()).isEqualTo("mall-tidewell");
    }

    @Test
    void takesTheBundledOrdinaryPostsUnlessThereAreOwnOnes() throws IOException {
        // Given
        int bundled = ScriptReader.read(folder, TOWN).ordinary().size();
        write("ordinary.tsv", "# topic\ttemplate", "food\tthe soup at {mall} [was|is] {taste}");
        write("slots.tsv", "# slot\tvalues", "taste\tgood\tbad");

        // When
        Script script = ScriptReader.read(folder, TOWN);

        // Then
        assertThat(bundled).isGreaterThan(600);
        assertThat(script.ordinary()).hasSize(1);
        assertThat(script.slots()).containsOnlyKeys("taste");
    }

    @Test
    void tellsEverythingThatIsWrongWithFileAndLine() throws IOException {
        // Given
        write(
                "incidents.tsv",
                "fire\tSmoke\tFLOOD\t9\tmall-nowhere\t600\t2:75\tREPORT",
                "fire\ttoo short");
        write(
                "fire.tsv",
                "# a remark",
                "",
                "later\ta001\tC\t\tsmoke\tmall-tidewell\tREPORT\t\ty\t",
                "0:05\ta001\tZ\t\tsmoke\t-\tNONE\t\ty\t",
                "0:05\ta001\tU lost\t\tsmoke\t-\tNONE\t\tperhaps\tmap=x",
                "0:05\ta002\tC\t\tsmoke at {place} and {nothing}\t-\tNONE\t\ta\ttag=mall-nowhere",
                "70:00\ta002\tC\t\tsmoke\tmall-tidewell\tNONE\t\ta\t",
                "0:05\ta002");

        // When / Then
        assertThatThrownBy(() -> ScriptReader.read(folder, TOWN))
                .isInstanceOf(BadTablesException.class)
                .hasMessageContaining("incidents.tsv:1: unknown category \"FLOOD\"")
                .hasMessageContaining("incidents.tsv:1: priority must be 1 to 5")
                .hasMessageContaining("incidents.tsv:1: the town has no place \"mall-nowhere\"")
                .hasMessageContaining("incidents.tsv:1: no time as minutes:seconds: \"2:75\"")
                .hasMessageContaining("incidents.tsv:1: no alerts")
                .hasMessageContaining("incidents.tsv:2: 2 columns instead of 8")
                .hasMessageContaining("fire.tsv:3: no time as minutes:seconds: \"later\"")
                .hasMessageContaining("fire.tsv:3: a REPORT or THREAT has a category")
                .hasMessageContaining("fire.tsv:4: unknown operation \"Z\"")
                .hasMessageContaining("fire.tsv:4: y without a place")
                .hasMessageContaining("fire.tsv:5: no earlier post is labelled lost")
                .hasMessageContaining("fire.tsv:5: admissible must be y, a, n or ?")
                .hasMessageContaining("fire.tsv:5: attached must be")
                .hasMessageContaining("fire.tsv:6: nothing fills the slot {place}")
                .hasMessageContaining("fire.tsv:6: nothing fills the slot {nothing}")
                .hasMessageContaining("fire.tsv:6: the town has no place \"mall-nowhere\"")
                .hasMessageContaining("fire.tsv:7: a is for posts without a place")
                .hasMessageContaining("fire.tsv:7: after the end of the exercise")
                .hasMessageContaining("fire.tsv:8: 2 columns instead of 10");
    }

    @Test
    void missesFilesThatMustBeThere() throws IOException {
        // Given
        Files.delete(folder.resolve("fire.tsv"));
        Files.delete(folder.resolve("incidents.tsv"));

        // When / Then
        assertThatThrownBy(() -> ScriptReader.read(folder, TOWN))
                .hasMessageContaining("fire.tsv: the file is missing")
                .hasMessageContaining("incidents.tsv: the file is missing");
    }

    @Test
    void namesItsTownInAFile() throws IOException {
        // Given
        write("town", "haldenmoor");

        // When
        Town town = new ExerciseFolder(folder, null).town();

        // Then
        assertThat(town.city().name()).isEqualTo("Haldenmoor");
    }

    @Test
    void findsATownAmongTheGivenPlacesAndNoOther() throws IOException {
        // Given
        TOWN.write(folder.resolve("places/marsh-xa"));
        write("town", "marsh-xa");

        // When
        Town town = new ExerciseFolder(folder, folder.resolve("places")).town();

        // Then
        assertThat(town.folder()).isEqualTo(folder.resolve("places/marsh-xa"));
        assertThatThrownBy(() -> new ExerciseFolder(folder, null).town())
                .isInstanceOf(BadTablesException.class)
                .hasMessageContaining("town:1: \"marsh-xa\"");
    }

    @Test
    void findsTheExercisesBelowAFolder() throws IOException {
        // Given
        Path deeper = Files.createDirectories(folder.resolve("a/packs"));
        Files.writeString(deeper.resolve("incidents.tsv"), "");

        // When
        List<Path> found = ExerciseFolder.find(folder);

        // Then
        assertThat(found).containsExactly(folder, deeper);
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }
}
