// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.testing.Chromium;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The pages in a real browser: an analyst follows an incident, and a stranger's post stays text.
 */
final class ConsoleBrowserIT {

    private static final String INCIDENT = "manual:1";
    private static final String HOSTILE =
            "Shots fired <img src=x onerror=\"window.broken=1\"></script><svg onload=window.broken=1>"
                    + " \u202Egnp.exe";

    private static Chromium chromium;

    @TempDir Path folder;
    private ConsoleFixture console;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> foreign = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        TestCity.write(folder.resolve("city"), SamplePost.PLACE);
        console = ConsoleFixture.started(folder);
        console.stores.incidents().put(SampleIncident.of(INCIDENT).incident());
        context = chromium.browser().newContext();
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") || message.text().contains("Policy")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        page.onRequest(
                request -> {
                    if (!request.url().startsWith(console.address())) {
                        foreign.add(request.url());
                    }
                });
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        console.close();
    }

    @Test
    void anIncidentIsFollowedFromItsFirstPostToItsAlertAndSearched() {
        // Given
        page.navigate(console.address() + "/");
        page.locator("#incidents .incident").click();
        state("LIFE_SAFETY");
        assertThat(page.locator("#posts")).containsText("No post yet");

        // When
        console.store(SamplePost.of(INCIDENT, "a").upsert());
        assertThat(page.locator("#posts .post")).hasCount(1);
        BoundingBox before = page.locator("#posts .post").boundingBox();
        console.store(
                SamplePost.of(INCIDENT, "b")
                        .withAuthor("author-2")
                        .withText("Everybody is safe at the park")
                        .withWitnessedAt(SamplePost.WITNESSED.plusSeconds(30))
                        .upsert());
        assertThat(page.locator("#new-posts")).hasText("↑ 1 new post");
        BoundingBox first = page.locator("#posts .post").first().boundingBox();
        console.alert(SampleAlert.of(INCIDENT, "alert-1"));
        assertThat(page.locator("#alerts .alert[data-state=RAISED]")).hasCount(1);
        console.alert(SampleAlert.of(INCIDENT, "alert-1").next(AlertState.CONFIRMED));

        // Then
        assertThat(page.locator("#alerts .alert[data-state=CONFIRMED]")).containsText("OUT-03");
        assertThat(first.height).isEqualTo(before.height);
        assertThat(page.locator("#posts .post")).hasCount(1);
        page.locator("#new-posts").click();
        assertThat(page.locator("#posts .post")).hasCount(2);
        search("running");
        assertThat(console.ledger.of(LedgerEntryType.SEARCH)).hasSize(1);
        assertThat(console.ledger.of(LedgerEntryType.SEARCH).get(0).payload())
                .contains("\"text\":\"running\"", "\"purpose\":\"LIFE_SAFETY\"");
        assertThat(page.locator("#found .post")).hasCount(1);
        noComplaints();
    }

    @Test
    void everyPostTellsWhyItIsThereAndLeavesWhenItIsDeleted() {
        // Given
        console.store(SamplePost.of(INCIDENT, "a").withText("Shots fired at the mall").upsert());
        enter();
        Locator post = page.locator("#posts .post");

        // When
        post.press("j");
        page.keyboard().press("Enter");

        // Then
        assertThat(post.locator(".reasons")).containsText("COL-08");
        assertThat(post.locator(".reasons")).containsText("report.shots-fired");
        assertThat(post.locator(".reasons")).containsText("±121 m");
        assertThat(post.locator("mark.report")).hasText("Shots fired");
        assertThat(post.locator("mark.place")).hasText("the mall");
        console.store(SamplePost.of(INCIDENT, "a").erase());
        assertThat(page.locator("#posts .post.gone")).hasCount(1);
        assertThat(page.locator("#posts")).not().containsText("Shots");
        noComplaints();
    }

    @Test
    void aHostilePostStaysText() {
        // Given
        console.store(SamplePost.of(INCIDENT, "a").withText(HOSTILE).upsert());

        // When
        enter();

        // Then
        assertThat(page.locator("#posts .text")).hasText(HOSTILE.replace("\u202E", "U+202E"));
        assertThat(page.locator("#posts img, #posts svg, #posts script, #posts a")).hasCount(0);
        assertThat(page.evaluate("window.broken")).isNull();
        noComplaints();
    }

    @Test
    void aViewWithoutAFittingCaseIsRefusedInWords() {
        // Given
        page.navigate(console.address() + "/incidents/" + INCIDENT);
        page.locator("#case-number").fill("?");

        // When
        state("LIFE_SAFETY");

        // Then
        assertThat(page.locator("#gate-error")).containsText("case");
        assertThat(page.locator("#gate")).isVisible();
        assertThat(console.ledger.of(LedgerEntryType.VIEW)).isEmpty();
    }

    private void enter() {
        page.navigate(console.address() + "/incidents/" + INCIDENT);
        state("LIFE_SAFETY");
        assertThat(page.locator("#posts .post")).hasCount(1);
    }

    private void state(String purpose) {
        page.locator("#purpose").selectOption(purpose);
        page.locator("#gate button").click();
    }

    private void search(String words) {
        page.locator("body").press("/");
        page.keyboard().type(words);
        page.keyboard().press("Enter");
        assertThat(page.locator("#results")).containsText("ledger entry");
    }

    private void noComplaints() {
        assertThat(complaints).isEmpty();
        assertThat(foreign).isEmpty();
    }
}
