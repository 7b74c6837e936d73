package dev.slipway.builds.retention;

import dev.slipway.builds.images.Blobs;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Images that nothing needs, and the blobs that no image names any more. Rows go first; what a killed clean-up leaves are blobs
 * without an image, which the next one removes.
 */
@Component
class ImageDisposal implements Disposal {

    /** Blobs younger than this may belong to an image that is being stored. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final RetentionRows rows;
    private final Blobs blobs;
    private final ReferencedBlobs referenced;
    private final BranchHeads branches;
    private final NeededImages images;
    private final RetentionSettings settings;
    private final Clock clock;

    ImageDisposal(
            RetentionRows rows,
            Blobs blobs,
            ReferencedBlobs referenced,
            BranchHeads branches,
            NeededImages images,
            RetentionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.referenced = referenced;
        this.branches = branches;
        this.images = images;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Images";
    }

    @Override
    public String rule() {
        return "They stay " + (settings.images().days() == 0 ? "" : "for ") + settings.images()
                + " after they were last needed. Needed is what runs, is promoted or previewed, could be rolled back to,"
                + " comes from the newest builds, or from the head of a branch.";
    }

    @Override
    public Disposed dispose(Mode mode) {
        Instant now = clock.instant();
        Optional<Instant> cutoff = settings.images().cutoff(now);
        if (cutoff.isEmpty()) {
            return Disposed.nothing();
        }
        NeededImages.Needed asked = images.ask();
        if (!asked.unknown().isEmpty()) {
            return Disposed.blocked(asked.unknown());
        }
        try {
            Set<ImageDigest> needed = new HashSet<>(asked.digests());
            rows.repositories().forEach(repository -> needed.addAll(wanted(repository, now)));
            return dispose(mode, needed, cutoff.get(), now);
        } catch (ProblemException e) {
            return Disposed.blocked(List.of("A repository cannot be read: " + e.getMessage()));
        }
    }

    private Set<ImageDigest> wanted(RepositoryRef repository, Instant now) {
        return branches.isAlive(repository)
                ? new RetentionDecision(settings, now)
                        .wanted(rows.builds(repository), branches.of(repository).heads())
                : Set.of();
    }

    private Disposed dispose(Mode mode, Set<ImageDigest> needed, Instant cutoff, Instant now) {
        List<ImageFact> removable = new RetentionDecision(settings, now).removable(rows.images(), needed);
        Set<ImageDigest> going =
                new HashSet<>(removable.stream().map(ImageFact::digest).toList());
        if (mode == Mode.REMOVE) {
            going.retainAll(rows.removeImages(needed, removable, cutoff, now));
        }
        List<ImageFact> gone = removable.stream()
                .filter(image -> going.contains(image.digest()))
                .toList();
        List<String> examples = gone.stream()
                .map(image -> image.name() + "@" + image.digest() + ", not needed since " + image.neededAt())
                .toList();
        return new Disposed(gone.size(), 0, examples, List.of()).plus(blobs(mode, going, now));
    }

    private Disposed blobs(Mode mode, Collection<ImageDigest> gone, Instant now) {
        List<ImageDigest> left = rows.images().stream()
                .map(ImageFact::digest)
                .filter(digest -> mode == Mode.REMOVE || !gone.contains(digest))
                .toList();
        ReferencedBlobs.Referenced stay = referenced.by(left);
        if (!stay.unreadable().isEmpty()) {
            return Disposed.blocked(List.of("No blob is removed, for the manifest of "
                    + stay.unreadable().getFirst()
                    + " cannot be read: build its commit again, or restore the file from a backup."));
        }
        Instant unlessAfter = now.minus(GRACE);
        long bytes = 0;
        try {
            for (Map.Entry<ImageDigest, Long> blob : blobs.sizes().entrySet()) {
                if (!stay.digests().contains(blob.getKey()) && goes(blob.getKey(), unlessAfter, mode)) {
                    bytes += blob.getValue();
                }
            }
            if (mode == Mode.REMOVE) {
                blobs.removeParts(unlessAfter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A blob could not be removed", e);
        }
        return new Disposed(0, bytes, List.of(), List.of());
    }

    private boolean goes(ImageDigest blob, Instant unlessAfter, Mode mode) throws IOException {
        return mode == Mode.REMOVE ? blobs.remove(blob, unlessAfter) : !blobs.isNewerThan(unlessAfter, blob);
    }
}
