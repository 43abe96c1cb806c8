// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.perimeter.launcher.demo.DemoFolder;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.verify.LogVerification;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;

/**
 * Whether the log kept what it promised.
 *
 * @param verification of the whole log
 * @param answered searches whose answer named an entry
 * @param lost of these entries, those that the log does not hold, or holds for another search
 */
record LogTruth(LogVerification verification, int answered, int lost) {

    static LogTruth of(DemoFolder folder, Analyst analyst) throws IOException {
        DirectoryTiles tiles = new DirectoryTiles(folder.ledger());
        LogVerification verification =
                LedgerVerifier.of(KeyFolder.open(folder.keys()).ledgerKey()).verify(tiles, null);
        LedgerReader reader = new LedgerReader(tiles);
        List<Long> promised = analyst.receipts();
        int lost = promised.size() - new HashSet<>(promised).size();
        for (long index : promised) {
            lost += reader.findEntry(index) == null ? 1 : 0;
        }
        return new LogTruth(verification, promised.size(), lost);
    }

    boolean isWhole() {
        return verification.ok() && answered > 0 && lost == 0;
    }
}
