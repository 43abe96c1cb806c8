// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.AlertOutbox;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.alert.AlertState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What every {@link AlertOutbox} must do. */
public abstract class AlertOutboxContract extends StoreContract {

    private static final SampleAlert ALERT = SampleAlert.of("manual:1", "a1");

    private AlertOutbox outbox() {
        return stores().alertOutbox();
    }

    private void write(SampleAlert... alerts) {
        List<SampleAlert> batch = List.of(alerts);
        await(stores().alerts().write(batch.stream().map(SampleAlert::alert).toList()));
    }

    private static AlertNotice notice(SampleAlert alert, long number) {
        return AlertNotice.of(alert.alert()).withNumber(number);
    }

    @Test
    void leavesNoNoticeOfAChangeThatIsNotToBeTold() {
        // Given
        SampleAlert told = SampleAlert.of("manual:1", "alert-1");

        // When
        List<Result> results =
                results(
                        stores().alerts()
                                .write(
                                        List.of(
                                                SampleAlert.of("manual:1", "alert-2")
                                                        .untold()
                                                        .alert(),
                                                told.alert(),
                                                told.next(AlertState.RAISED).untold().alert())));

        // Then
        assertThat(results).containsExactly(Result.OK, Result.OK, Result.OK);
        assertThat(stores().alertOutbox().number(10)).isEqualTo(1);
        assertThat(stores().alertOutbox().after(0, 10))
                .extracting(AlertNotice::alertId, AlertNotice::sequence)
                .containsExactly(tuple("alert-1", 1L));
    }

    @Test
    void numbersEveryChangeOfAnAlertInTheOrderOfChange() {
        // Given
        SampleAlert confirmed = ALERT.next(AlertState.CONFIRMED);
        SampleAlert retracted = confirmed.next(AlertState.RETRACTED);
        SampleAlert other = SampleAlert.of("manual:2", "a2");
        write(ALERT, confirmed);
        write(retracted, other);

        // When
        int given = outbox().number(10);

        // Then
        assertThat(given).isEqualTo(4);
        assertThat(outbox().last()).isEqualTo(4);
        assertThat(outbox().after(0, 10))
                .containsExactly(
                        notice(ALERT, 1),
                        notice(other, 2),
                        notice(confirmed, 3),
                        notice(retracted, 4));
    }

    @Test
    void hasNothingBeforeAnythingChanged() {
        // When, Then
        assertThat(outbox().number(10)).isZero();
        assertThat(outbox().last()).isZero();
        assertThat(outbox().after(0, 10)).isEmpty();
    }

    @Test
    void numbersAChangeOnceHoweverOftenItIsWritten() {
        // Given
        write(ALERT);
        outbox().number(10);
        write(ALERT, ALERT);
        write(ALERT.next(AlertState.CONFIRMED));

        // When
        int given = outbox().number(10);

        // Then
        assertThat(given).isEqualTo(1);
        assertThat(outbox().after(0, 10))
                .containsExactly(notice(ALERT, 1), notice(ALERT.next(AlertState.CONFIRMED), 2));
    }

    @Test
    void numbersAndReadsNoMoreThanAskedFor() {
        // Given
        SampleAlert second = ALERT.next(AlertState.CONFIRMED);
        SampleAlert third = second.next(AlertState.CLOSED);
        write(ALERT, second, third);

        // When
        int given = outbox().number(2);

        // Then
        assertThat(given).isEqualTo(2);
        assertThat(outbox().after(0, 10)).containsExactly(notice(ALERT, 1), notice(second, 2));
        assertThat(outbox().number(2)).isEqualTo(1);
        assertThat(outbox().after(1, 1)).containsExactly(notice(second, 2));
        assertThat(outbox().after(2, 5)).containsExactly(notice(third, 3));
        assertThat(outbox().after(3, 5)).isEmpty();
    }

    @Test
    void forgetsOldChangesButNeverTheLastNumber() {
        // Given
        SampleAlert second = ALERT.next(AlertState.CONFIRMED);
        SampleAlert third = second.next(AlertState.CLOSED);
        write(ALERT, second, third);
        outbox().number(10);

        // When
        outbox().forget(second.updatedAt());

        // Then
        assertThat(outbox().after(0, 10)).containsExactly(notice(second, 2), notice(third, 3));
        outbox().forget(third.updatedAt().plusSeconds(1));
        assertThat(outbox().after(0, 10)).containsExactly(notice(third, 3));
        assertThat(outbox().last()).isEqualTo(3);
        write(third.next(AlertState.RAISED));
        outbox().number(10);
        assertThat(outbox().after(3, 10)).containsExactly(notice(third.next(AlertState.RAISED), 4));
    }

    @Test
    void givesNumbersWithoutGapsOrDoublesWhenSeveralNumberAtOnce() throws Exception {
        // Given
        List<SampleAlert> alerts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            alerts.add(SampleAlert.of("manual:1", "alert" + (char) ('a' + i)));
        }
        write(alerts.toArray(SampleAlert[]::new));
        ExecutorService three = Executors.newFixedThreadPool(3);

        // When
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            done.add(three.submit(this::numberUntilAllAre));
        }
        for (Future<?> each : done) {
            each.get(60, TimeUnit.SECONDS);
        }
        three.shutdownNow();

        // Then
        List<AlertNotice> all = outbox().after(0, 100);
        assertThat(all)
                .extracting(AlertNotice::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
        assertThat(all)
                .extracting(AlertNotice::alertId)
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(24);
    }

    private void numberUntilAllAre() {
        while (outbox().last() < 24) {
            outbox().number(5);
        }
    }
}
