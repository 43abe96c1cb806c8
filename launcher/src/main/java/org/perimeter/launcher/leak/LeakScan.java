// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.leak;

import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.Identity;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.redaction.leak.DocumentTexts;
import org.perimeter.policy.redaction.leak.LeakFinder;
import org.perimeter.policy.redaction.leak.LeakKind;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookDraft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Looks through stored posts, chosen at random, for handles, numbers, mail addresses, links, plates
 * and, with the identity map, for the very ids of the platform.
 */
public final class LeakScan {

    private static final int MOST_INCIDENTS = 10_000;
    private static final int MOST_OF_AN_INCIDENT = 10_000;

    /** Where no rulebook was ever made current. */
    private static final Set<String> REGIONS = Set.of("US");

    /** A shorter id is a word or a number like any other. */
    private static final int SHORTEST_ID = 6;

    private final Stores stores;
    private final IncidentKeys keys;

    public LeakScan(Stores stores, IncidentKeys keys) {
        this.stores = stores;
        this.keys = keys;
    }

    /**
     * Scans.
     *
     * @param documents how many, or all that there are
     * @param random chooses them
     */
    @Control({"IDN-01", "IDN-02"})
    public LeakReport scan(int documents, Random random) {
        PostStore posts = stores.posts();
        posts.refresh();
        List<String> ids = new ArrayList<>();
        for (Incident incident : stores.incidents().list(MOST_INCIDENTS)) {
            ids.addAll(posts.idsOfIncident(incident.id(), MOST_OF_AN_INCIDENT));
        }
        Collections.shuffle(ids, random);
        LeakFinder finder = new LeakFinder(regions());
        Map<String, Set<LeakKind>> finds = new HashMap<>();
        int unopened = 0;
        for (String id : ids.subList(0, Math.min(documents, ids.size()))) {
            Optional<StoredPost> post = posts.find(id);
            if (post.isPresent()) {
                Optional<Identity> identity = identity(post.get());
                unopened += identity.isPresent() ? 0 : 1;
                finds.put(id, look(finder, post.get(), identity));
            }
        }
        return new LeakReport(ids.size(), unopened, finds);
    }

    private Collection<String> regions() {
        return stores.rulebooks()
                .current()
                .map(SignedRulebook::yaml)
                .flatMap(yaml -> RulebookDraft.parse(yaml).rulebook())
                .map(Rulebook::regions)
                .orElse(REGIONS);
    }

    private static Set<LeakKind> look(
            LeakFinder finder, StoredPost post, Optional<Identity> identity) {
        Set<LeakKind> kinds = new HashSet<>();
        for (String text : DocumentTexts.of(post)) {
            kinds.addAll(finder.find(text));
            if (identity.filter(author -> names(author, text)).isPresent()) {
                kinds.add(LeakKind.RAW_ID);
            }
        }
        return kinds;
    }

    private static boolean names(Identity identity, String text) {
        String permalink = identity.permalink();
        return holds(text, identity.authorId())
                || holds(text, identity.postId())
                || (permalink != null && holds(text, permalink));
    }

    private static boolean holds(String text, String id) {
        return id.length() >= SHORTEST_ID && text.contains(id);
    }

    /** Empty when the incident's key is gone, as it is when retention has ended. */
    private Optional<Identity> identity(StoredPost post) {
        Optional<IncidentKey> key = keys.find(post.incidentId());
        Optional<IdentityRecord> entry = stores.posts().findIdentity(post.id());
        return key.isPresent() && entry.isPresent()
                ? Optional.of(Identity.open(key.get(), entry.get().sealed(), post.id()))
                : Optional.empty();
    }
}
