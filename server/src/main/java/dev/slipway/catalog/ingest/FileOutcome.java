package dev.slipway.catalog.ingest;

import dev.slipway.catalog.store.EntityRows.Known;
import dev.slipway.catalog.store.FindingRows.Claim;
import dev.slipway.catalog.store.FindingRows.Problem;
import dev.slipway.catalog.store.FindingRows.SourceFindings;
import dev.slipway.catalog.store.SourceRows.ReadSource;
import dev.slipway.catalog.store.TargetRows.Naming;
import dev.slipway.catalog.store.TargetRows.Target;
import dev.slipway.entities.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reading one file has come to so far. */
final class FileOutcome {

    final int source;
    final SourceFile file;
    final PublishedDocuments documents;
    final Map<EntityRef, Integer> lines = new HashMap<>();
    final List<Problem> problems = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final Map<Target, Naming> targets = new LinkedHashMap<>();
    final Set<String> includes = new LinkedHashSet<>();

    private final Map<EntityRef, Integer> sizes = new HashMap<>();
    private final Set<EntityRef> refused = new HashSet<>();
    private boolean unreadable;

    /** @param before what the file brought when it was read last */
    FileOutcome(int source, SourceFile file, Collection<Known> before) {
        this.source = source;
        this.file = file;
        this.documents = new PublishedDocuments(file);
        before.forEach(each -> sizes.put(each.ref(), each.size()));
    }

    /** How many bytes the entity of this file took until now. */
    int sizeBefore(EntityRef ref) {
        return sizes.getOrDefault(ref, 0);
    }

    /** A document cannot be taken; what was known of its entity stays as it was. */
    void refuse(EntityRef ref) {
        refused.add(ref);
    }

    /** A document does not even tell which entity it is; all that the file brought before stays until it can be read. */
    void cannotRead() {
        unreadable = true;
    }

    SourceFindings findings() {
        return new SourceFindings(source, problems, claims);
    }

    ReadSource read() {
        return new ReadSource(source, file.content(), includes, file.foreignOrigin());
    }

    /** The entities that the file holds and did not hold before. */
    Set<EntityRef> added(Collection<Known> known) {
        Set<EntityRef> added = new HashSet<>(lines.keySet());
        known.forEach(each -> added.remove(each.ref()));
        claims.forEach(claim -> added.remove(claim.ref()));
        return added;
    }

    /** The entities whose documents were gone from the file and are there again, though they cannot be taken. */
    List<Known> refusedOnReturn(Collection<Known> known) {
        return known.stream()
                .filter(each -> each.gone() && refused.contains(each.ref()))
                .toList();
    }

    /** The entities that the file held and holds no longer. */
    List<Known> gone(Iterable<Known> known) {
        List<Known> gone = new ArrayList<>();
        if (!unreadable) {
            for (Known each : known) {
                if (!lines.containsKey(each.ref()) && !refused.contains(each.ref())) {
                    gone.add(each);
                }
            }
        }
        return gone;
    }
}
