package dev.slipway.catalog.ingest;

import dev.slipway.catalog.CatalogProperties;
import dev.slipway.catalog.store.EntityRows;
import dev.slipway.catalog.store.EntityRows.Known;
import dev.slipway.catalog.store.FindingRows;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.catalog.store.TargetRows;
import dev.slipway.catalog.store.WordRows;
import dev.slipway.entities.EntityRef;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

/**
 * Takes files into the catalog. A document whose text is known is not even parsed, so a change in a file of thousands costs
 * what changed. A file counts as read when all of it is written; killed before, it is read again and goes on where it was.
 */
@Component
public class Ingestion {

    private static final int FILES_AT_ONCE = 500;

    private final EntityRows entities;
    private final SourceRows sources;
    private final FindingRows findings;
    private final TargetRows targets;
    private final WordRows words;
    private final TransactionOperations transactions;
    private final CatalogProperties properties;
    private final Clock clock;

    Ingestion(
            EntityRows entities,
            SourceRows sources,
            FindingRows findings,
            TargetRows targets,
            WordRows words,
            TransactionOperations transactions,
            CatalogProperties properties,
            Clock clock) {
        this.entities = entities;
        this.sources = sources;
        this.findings = findings;
        this.targets = targets;
        this.words = words;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What taking files changed.
     *
     * @param written the entities that are new or different
     * @param removed those that are gone
     * @param renamed the new references of those that go on under another one, whether the old one is removed or kept for a while
     */
    public record Result(Set<EntityRef> written, Set<EntityRef> removed, Map<EntityRef, EntityRef> renamed) {

        public static final Result NOTHING = new Result(Set.of(), Set.of(), Map.of());

        private static final int MOST_NAMED = 20;

        /** As well as what is gone with sources. */
        public Result andRemoved(Set<EntityRef> more) {
            Set<EntityRef> all = new TreeSet<>(removed);
            all.addAll(more);
            return new Result(written, all, renamed);
        }

        /** Whether anything is new, different or gone. */
        public boolean changed() {
            return !removed.isEmpty() || !written.isEmpty();
        }

        /** What the audit keeps of what is gone: how many, and some by name. */
        public Map<String, String> removal() {
            return told("removed", removed.stream().map(EntityRef::toString));
        }

        /** What the audit keeps of what is called otherwise, in the same way. */
        public Map<String, String> renaming() {
            return told("renamed", renamed.entrySet().stream().map(each -> each.getKey() + " to " + each.getValue()));
        }

        private static Map<String, String> told(String what, Stream<String> entities) {
            List<String> all = entities.sorted().toList();
            String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            int more = all.size() - MOST_NAMED;
            return Map.of(
                    "entities", String.valueOf(all.size()), what, more > 0 ? named + " and " + more + " more" : named);
        }
    }

    /** Takes files of one repository. */
    public Result take(String repository, List<SourceFile> files) {
        Set<EntityRef> written = new HashSet<>();
        Set<EntityRef> removed = new HashSet<>();
        Map<EntityRef, EntityRef> renamed = new HashMap<>();
        Settling settling = new Settling(entities);
        for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
            List<SourceFile> some = files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE));
            Result result = new IngestionRun(this, repository, some, settling).go();
            written.addAll(result.written());
            removed.addAll(result.removed());
            renamed.putAll(result.renamed());
        }
        settling.end();
        return new Result(written, removed, renamed);
    }

    /** Removes entities; answers the repositories in which others are to be read that claim them. */
    List<String> remove(Collection<Known> gone) {
        entities.remove(gone.stream().map(Known::id).toList());
        return sources.rereadClaimants(gone.stream().map(Known::ref).toList());
    }

    /** Removes the entities by repository whose documents have been gone from their files for long enough. */
    public Map<String, Set<EntityRef>> removeGone() {
        return Objects.requireNonNull(transactions.execute(status -> {
            Map<String, Set<EntityRef>> removed = new HashMap<>();
            entities.goneSince(clock.instant().minus(properties.removalGrace())).forEach((repository, gone) -> {
                sources.due(remove(gone));
                removed.put(repository, gone.stream().map(Known::ref).collect(Collectors.toSet()));
            });
            return removed;
        }));
    }

    /** How much a repository may still bring; what parts of Slipway bring is not limited. */
    Room room(String repository) {
        return repository.equals(SourceRows.WITHIN_SLIPWAY)
                ? new Room(repository, DataSize.ofBytes(Long.MAX_VALUE), 0)
                : new Room(repository, properties.repositoryLimit(), sources.size(repository));
    }

    /** Whether what is gone from a file stays for a while; what parts of Slipway bring goes at once. */
    boolean keepsGone(String repository) {
        return !repository.equals(SourceRows.WITHIN_SLIPWAY)
                && !properties.removalGrace().isZero();
    }

    /** Leaves what sources brought that are gone where it is, until another source claims it. */
    public void keep(List<SourceRows.Source> gone) {
        List<Integer> ids = gone.stream()
                .filter(source -> source.missingSince() == null)
                .map(SourceRows.Source::id)
                .toList();
        if (!ids.isEmpty()) {
            transactions.executeWithoutResult(status -> {
                sources.missing(ids, clock.instant());
                sources.due(sources.rereadClaimants(held(ids)));
            });
        }
    }

    private Set<EntityRef> held(List<Integer> ids) {
        return entities.known(ids).values().stream()
                .flatMap(known -> known.values().stream())
                .map(Known::ref)
                .collect(Collectors.toSet());
    }

    /** Removes sources that are gone, with what they brought; answers which entities that were. */
    public Set<EntityRef> remove(List<SourceRows.Source> gone) {
        List<Integer> ids = gone.stream().map(SourceRows.Source::id).toList();
        return Objects.requireNonNull(transactions.execute(status -> {
            Set<EntityRef> refs = held(ids);
            sources.due(targets.repositoriesNamedBy(ids));
            sources.remove(ids);
            sources.due(sources.rereadClaimants(refs));
            return refs;
        }));
    }

    EntityRows entities() {
        return entities;
    }

    SourceRows sources() {
        return sources;
    }

    FindingRows findings() {
        return findings;
    }

    TargetRows targets() {
        return targets;
    }

    WordRows words() {
        return words;
    }

    TransactionOperations transactions() {
        return transactions;
    }

    Clock clock() {
        return clock;
    }
}
