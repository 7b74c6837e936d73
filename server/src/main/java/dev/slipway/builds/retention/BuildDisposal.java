package dev.slipway.builds.retention;

import dev.slipway.builds.BuildId;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Builds with their steps, logs and files. Rows go first: files without a row are removed by the next clean-up. */
@Component
class BuildDisposal implements Disposal {

    private static final Duration GRACE = Duration.ofDays(1);

    private final RetentionRows rows;
    private final BuildDirectories directories;
    private final BranchHeads branches;
    private final NeededImages images;
    private final RetentionSettings settings;
    private final Clock clock;

    BuildDisposal(
            RetentionRows rows,
            BuildDirectories directories,
            BranchHeads branches,
            NeededImages images,
            RetentionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.directories = directories;
        this.branches = branches;
        this.images = images;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Builds and their logs";
    }

    @Override
    public String rule() {
        return "They stay " + (settings.builds().days() == 0 ? "" : "for ") + settings.builds()
                + "; however old, the newest " + settings.newestBuilds()
                + " of each repository, those of what branches and tags point to, and those whose image is in use.";
    }

    @Override
    public Disposed dispose(Mode mode) {
        Instant now = clock.instant();
        if (settings.builds().cutoff(now).isEmpty()) {
            return Disposed.nothing();
        }
        NeededImages.Needed needed = images.ask();
        if (!needed.unknown().isEmpty()) {
            return Disposed.blocked(needed.unknown());
        }
        Disposed all = Disposed.nothing();
        for (RepositoryRef repository : rows.repositories()) {
            all = all.plus(of(repository, needed, mode, now));
        }
        return mode == Mode.REMOVE ? all.plus(orphans(now)) : all;
    }

    private Disposed of(RepositoryRef repository, NeededImages.Needed needed, Mode mode, Instant now) {
        try {
            Set<dev.slipway.kernel.CommitId> tips = branches.of(repository).all();
            List<BuildFact> removable =
                    new RetentionDecision(settings, now).removable(rows.builds(repository), tips, needed.digests());
            List<BuildId> going = removable.stream().map(BuildFact::id).toList();
            long bytes = going.stream().mapToLong(directories::bytes).sum();
            if (mode == Mode.REMOVE && !going.isEmpty()) {
                going = rows.removeBuilds(going, settings.builds().cutoff(now).orElseThrow());
                going.forEach(directories::remove);
            }
            return new Disposed(
                    going.size(),
                    bytes,
                    going.stream()
                            .map(id -> "Build " + id + " of " + repository)
                            .toList(),
                    List.of());
        } catch (ProblemException e) {
            return Disposed.blocked(List.of("The builds of " + repository + " stay: " + e.getMessage()));
        }
    }

    /** Files of builds whose rows are gone: a clean-up was killed, or a backup was restored. */
    private Disposed orphans(Instant now) {
        List<BuildId> found = directories.unchangedSince(now.minus(GRACE));
        Set<Long> existing = rows.existing(found.stream().map(BuildId::value).toList());
        List<String> removed = new ArrayList<>();
        long bytes = 0;
        for (BuildId build : found) {
            if (!existing.contains(build.value())) {
                bytes += directories.bytes(build);
                directories.remove(build);
                removed.add("Files left of build " + build);
            }
        }
        return new Disposed(removed.size(), bytes, removed, List.of());
    }
}
