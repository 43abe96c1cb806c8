// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run showed. */
public final class ChaosVerdict {

    private final ChaosPlan plan;
    private final Map<String, Integer> killed;
    private final String recoveries;
    private final StoredReports.Truth posts;
    private final LogTruth log;
    private final int unanswered;
    private final Heard heard;

    ChaosVerdict(
            ChaosPlan plan,
            Map<String, Integer> killed,
            String recoveries,
            StoredReports.Truth posts,
            LogTruth log,
            int unanswered,
            Heard heard) {
        this.plan = plan;
        this.killed = killed;
        this.recoveries = recoveries;
        this.posts = posts;
        this.log = log;
        this.unanswered = unanswered;
        this.heard = heard;
    }

    /** Whether nothing was lost and nothing doubled. */
    public boolean isWhole() {
        return posts.isWhole()
                && log.isWhole()
                && heard.changes() > 0
                && heard.doubled() == 0
                && heard.refused() == 0;
    }

    /** Which reports are wrong, and when they were served. */
    String wrong() {
        return posts.wrong();
    }

    /** One JSON object on one line. */
    public String json() {
        String victims =
                killed.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
        return String.format(
                Locale.ROOT,
                "{\"chaos\":%b,\"seed\":%d,\"seconds\":%d,\"killed\":%s,\"recoveryMs\":%s,"
                        + "\"posts\":{\"served\":%d,\"lost\":%d,\"stale\":%d,\"risen\":%d,"
                        + "\"extra\":%d},"
                        + "\"searches\":{\"answered\":%d,\"unanswered\":%d,\"entriesLost\":%d},"
                        + "\"ledger\":{\"size\":%d,\"verified\":%b},"
                        + "\"alerts\":{\"changes\":%d,\"doubled\":%d,\"repeated\":%d,"
                        + "\"refused\":%d}}",
                isWhole(),
                plan.seed(),
                plan.span().toSeconds(),
                victims,
                recoveries,
                posts.served(),
                posts.lost().size(),
                posts.stale().size(),
                posts.risen().size(),
                posts.extra(),
                log.answered(),
                unanswered,
                log.lost(),
                log.verification().size(),
                log.verification().ok(),
                heard.changes(),
                heard.doubled(),
                heard.repeated(),
                heard.refused());
    }
}
