// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.policy.tlog.verify.LogVerification;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is known about a run beside the evidence.
 *
 * @param replayed from the release of the first post until all of them were through
 * @param ledger what the verifier said after everything had stopped
 * @param searches searches that were made through the API
 * @param receipts how many of them came back with the number of their ledger entry
 * @param leaks identifiers that a scan of a thousand random stored posts found
 * @param capturedEvents events of real networks that were served
 * @param report where the oversight report is
 * @param scores where the scores are written with all that they were counted from
 * @param webhooks what a receiver was told of the alerts
 */
public record Run(
        Duration replayed,
        LogVerification ledger,
        int searches,
        int receipts,
        int leaks,
        int capturedEvents,
        Path report,
        Path scores,
        WebhookCount webhooks) {}
