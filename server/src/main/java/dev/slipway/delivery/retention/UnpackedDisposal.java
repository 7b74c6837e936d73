package dev.slipway.delivery.retention;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.delivery.images.ImageDirectories;
import dev.slipway.delivery.store.PodRows;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.operations.Disposal;
import dev.slipway.operations.Disposed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Images as the local cluster unpacked them: made again when a pod needs one, so they go soon after the last one has ended. */
@Component
class UnpackedDisposal implements Disposal {

    private static final Duration GRACE = Duration.ofDays(1);

    private final ImageDirectories directories;
    private final RunningImages running;
    private final PodRows rows;
    private final Clock clock;

    UnpackedDisposal(ImageDirectories directories, RunningImages running, PodRows rows, Clock clock) {
        this.directories = directories;
        this.running = running;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "Unpacked images";
    }

    @Override
    public String rule() {
        return "They stay for a day, and as long as something runs from them or should. The image itself stays as the rule of"
                + " images says.";
    }

    @Override
    public Disposed dispose(Mode mode) {
        return switch (running.now()) {
            case ImagesInUse.Unknown(String reason) -> Disposed.blocked(List.of(reason));
            case ImagesInUse.Known(Set<ImageDigest> needed) -> dispose(mode, needed);
        };
    }

    private Disposed dispose(Mode mode, Set<ImageDigest> needed) {
        Instant before = clock.instant().minus(GRACE);
        List<String> gone = new ArrayList<>();
        long bytes = 0;
        try {
            for (ImageDigest digest : directories.unpackedBefore(before)) {
                long size = needed.contains(digest) ? 0 : directories.bytes(digest);
                if (!needed.contains(digest) && goes(digest, mode)) {
                    bytes += size;
                    gone.add(digest.toString());
                }
            }
            if (mode == Mode.REMOVE) {
                directories.removeDrafts(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An unpacked image could not be removed", e);
        }
        return new Disposed(gone.size(), bytes, gone, List.of());
    }

    private boolean goes(ImageDigest digest, Mode mode) throws IOException {
        return mode == Mode.DRY_RUN
                || directories.remove(
                        digest, () -> !rows.imagesOfPodsAndObjects().contains(digest));
    }
}
