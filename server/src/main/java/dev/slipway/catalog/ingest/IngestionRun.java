package dev.slipway.catalog.ingest;

import dev.slipway.catalog.store.EntityRow;
import dev.slipway.catalog.store.EntityRows.Known;
import dev.slipway.catalog.store.FindingRows.Claim;
import dev.slipway.catalog.store.FindingRows.Problem;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.catalog.store.TargetRows.Naming;
import dev.slipway.catalog.store.TargetRows.Target;
import dev.slipway.documents.yaml.Place;
import dev.slipway.entities.Chunk;
import dev.slipway.entities.Chunks;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityProblem;
import dev.slipway.entities.EntityReader;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Includes;
import dev.slipway.entities.LocationTarget;
import dev.slipway.entities.LocationTargets;
import dev.slipway.entities.Reading;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Takes some files of one repository, a thousand entities to a transaction; of large ones fewer, as memory has them all. */
final class IngestionRun {

    private static final int ENTITIES_AT_ONCE = 1000;
    private static final int TEXT_AT_ONCE = 8 << 20;

    private final Ingestion parts;
    private final String repository;
    private final List<SourceFile> files;
    private final Settling settling;
    private final Room room;
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<EntityRow> pending = new ArrayList<>();
    private long pendingText;
    private final List<FileOutcome> open = new ArrayList<>();
    /** The repositories in which other files are to be looked at, because of targets and of entities that became free. */
    private final Set<String> touched = new HashSet<>();

    private Map<Integer, Map<UUID, Known>> known = Map.of();
    private final Set<EntityRef> written = new HashSet<>();
    private final Set<EntityRef> removed = new HashSet<>();
    private final Map<EntityRef, EntityRef> renamed = new HashMap<>();

    IngestionRun(Ingestion parts, String repository, List<SourceFile> files, Settling settling) {
        this.parts = parts;
        this.repository = repository;
        this.files = files;
        this.settling = settling;
        this.room = parts.room(repository);
    }

    Ingestion.Result go() {
        Map<String, Integer> numbers = parts.sources()
                .numbers(
                        repository,
                        files.stream().map(SourceFile::path).toList(),
                        parts.clock().instant());
        known = parts.entities().known(numbers.values());
        for (SourceFile file : files) {
            read(file, Objects.requireNonNull(numbers.get(file.path())));
        }
        flush(true);
        return new Ingestion.Result(written, removed, renamed);
    }

    private void read(SourceFile file, int source) {
        Map<UUID, Known> before = known.getOrDefault(source, Map.of());
        FileOutcome outcome = new FileOutcome(source, file, before.values());
        open.add(outcome);
        EntityReader reader = new EntityReader(file.path(), includes(outcome));
        try (Reader text = file.text().get()) {
            Chunks chunks = new Chunks(text);
            while (chunks.hasNext()) {
                take(outcome, reader, before, chunks.next());
                if (pending.size() >= ENTITIES_AT_ONCE || pendingText >= TEXT_AT_ONCE) {
                    flush(false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(FileOutcome outcome, EntityReader reader, Map<UUID, Known> before, Chunk chunk) {
        UUID print = fingerprint.of(outcome.file.published(chunk.text()));
        Known same = before.get(print);
        if (same != null
                && !same.gone()
                && !EntityReader.mayInclude(chunk)
                && !LocationTargets.isLocation(same.ref())) {
            isFirst(outcome, same.ref(), chunk);
            return;
        }
        switch (reader.read(chunk)) {
            case Reading.Taken taken -> take(outcome, chunk, taken, print);
            case Reading.Refused refused -> refuse(outcome, refused);
        }
    }

    private void take(FileOutcome outcome, Chunk chunk, Reading.Taken taken, UUID print) {
        Entity entity = taken.entity();
        if (!isFirst(outcome, entity.ref(), chunk)) {
            return;
        }
        EntityRow row = Rows.of(entity, outcome.source, print, outcome.documents);
        if (!room.takes(row, outcome.sizeBefore(row.ref()))) {
            outcome.refuse(row.ref());
            outcome.problems.add(
                    new Problem(row.ref(), room.refusal(row.ref(), new Place(outcome.file.path(), chunk.line(), 1))));
            return;
        }
        pending.add(row);
        pendingText += row.document().length();
        LocationTargets.of(entity).forEach(target -> target(outcome, taken, target));
    }

    private static void target(FileOutcome outcome, Reading.Taken taken, LocationTarget target) {
        Entity location = taken.entity();
        Place place = taken.places().of(target.path());
        outcome.file
                .resolve()
                .apply(target.text())
                .ifPresentOrElse(
                        pattern -> outcome.targets.putIfAbsent(
                                new Target(pattern.repository(), pattern.pattern(), LocationTargets.required(location)),
                                new Naming(location.ref(), target.field(), place.line(), place.column())),
                        () -> outcome.problems.add(
                                new Problem(
                                        location.ref(),
                                        new EntityProblem(
                                                place,
                                                target.field(),
                                                "\"" + target.text() + "\" is in no repository that the catalog reads.",
                                                "a path below this repository, or the URL of a file in a configured repository"))));
    }

    /** Of two documents of a file that are the same entity the first counts. */
    private static boolean isFirst(FileOutcome outcome, EntityRef ref, Chunk chunk) {
        Integer first = outcome.lines.putIfAbsent(ref, chunk.line());
        if (first != null) {
            outcome.problems.add(new Problem(
                    ref,
                    new EntityProblem(
                            new Place(outcome.file.path(), chunk.line(), 1),
                            "metadata.name",
                            ref + " is declared in line " + first + " already.",
                            "each entity once")));
        }
        return first == null;
    }

    private static void refuse(FileOutcome outcome, Reading.Refused refused) {
        refused.ref().ifPresentOrElse(outcome::refuse, outcome::cannotRead);
        refused.problems()
                .forEach(problem ->
                        outcome.problems.add(new Problem(refused.ref().orElse(null), problem)));
    }

    private static Includes includes(FileOutcome outcome) {
        return target -> {
            outcome.file
                    .resolve()
                    .apply(target)
                    .ifPresent(file -> outcome.includes.add(SourceRows.included(file.repository(), file.pattern())));
            return outcome.file.includes().text(target);
        };
    }

    /** Writes what is pending; the last file's outcome stays open unless all have been read. */
    private void flush(boolean all) {
        int removedBefore = removed.size();
        List<FileOutcome> finished = new ArrayList<>(all ? open : open.subList(0, open.size() - 1));
        Map<Integer, FileOutcome> bySource = new HashMap<>();
        open.forEach(outcome -> bySource.put(outcome.source, outcome));
        parts.transactions().executeWithoutResult(status -> {
            Renames renames = new Renames(parts.entities());
            finished.forEach(outcome -> {
                keepRefused(outcome);
                removeGone(outcome, renames);
            });
            claim(parts.entities().write(pending), bySource);
            finished.forEach(outcome -> renamed.putAll(renames.of(outcome.source, outcome.added(before(outcome)))));
            finish(finished);
            parts.sources().due(touched);
            parts.words().add(pending.stream().flatMap(EntityRow::searched).toList());
        });
        pending.forEach(row -> written.add(row.ref()));
        settling.changed(pending.size() + removed.size() - removedBefore);
        pending.clear();
        pendingText = 0;
        open.removeAll(finished);
    }

    private static void claim(List<EntityRow> held, Map<Integer, FileOutcome> bySource) {
        for (EntityRow row : held) {
            FileOutcome outcome = Objects.requireNonNull(bySource.get(row.source()));
            outcome.claims.add(new Claim(row.ref(), outcome.lines.getOrDefault(row.ref(), 1)));
        }
    }

    private Collection<Known> before(FileOutcome outcome) {
        return known.getOrDefault(outcome.source, Map.of()).values();
    }

    /** They are what they were, and not to go any more. */
    private void keepRefused(FileOutcome outcome) {
        List<Known> refused = outcome.refusedOnReturn(before(outcome));
        if (!refused.isEmpty()) {
            parts.entities().found(refused.stream().map(Known::id).toList());
        }
    }

    private void removeGone(FileOutcome outcome, Renames renames) {
        List<Known> gone = outcome.gone(before(outcome));
        renames.gone(
                outcome.source,
                gone.stream().filter(each -> !each.gone()).map(Known::ref).toList());
        if (parts.keepsGone(repository)) {
            keep(gone.stream().filter(each -> !each.gone()).toList());
        } else if (!gone.isEmpty()) {
            touched.addAll(parts.remove(gone));
            removed.addAll(gone.stream().map(Known::ref).toList());
        }
    }

    /** Until its time is over, unless another source claims it. */
    private void keep(List<Known> gone) {
        if (!gone.isEmpty()) {
            parts.entities()
                    .gone(gone.stream().map(Known::id).toList(), parts.clock().instant());
            touched.addAll(parts.sources()
                    .rereadClaimants(gone.stream().map(Known::ref).toList()));
        }
    }

    private void finish(List<FileOutcome> finished) {
        Map<Integer, Map<Target, Naming>> targets = new HashMap<>();
        finished.forEach(outcome -> targets.put(outcome.source, outcome.targets));
        parts.findings().replace(finished.stream().map(FileOutcome::findings).toList());
        touched.addAll(parts.targets().replace(targets));
        parts.sources()
                .read(
                        finished.stream().map(FileOutcome::read).toList(),
                        parts.clock().instant());
    }
}
