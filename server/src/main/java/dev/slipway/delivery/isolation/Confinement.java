package dev.slipway.delivery.isolation;

import java.nio.file.Path;
import java.util.List;

/**
 * What one container sees.
 *
 * @param directory of this container alone: its root directory is made there, anew with each start
 * @param image the unpacked image, which several pods share: read-only
 * @param readOnlyRoot whether it may write to its volumes only
 * @param workingDirectory as the container sees it
 */
public record Confinement(
        Path directory, Path image, List<Mount> volumes, boolean readOnlyRoot, Path workingDirectory) {

    public Confinement {
        volumes = List.copyOf(volumes);
    }
}
