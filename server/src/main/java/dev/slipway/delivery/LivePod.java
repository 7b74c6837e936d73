package dev.slipway.delivery;

import dev.slipway.kernel.ImageDigest;
import java.time.Instant;
import java.util.Map;

/**
 * A pod that exists.
 *
 * @param images digest by image name, as the runtime reports what it really runs
 * @param message why it is not ready, or empty
 */
public record LivePod(
        String name,
        Map<String, ImageDigest> images,
        boolean ready,
        boolean terminating,
        int restarts,
        Instant startedAt,
        String message) {

    public LivePod {
        images = Map.copyOf(images);
    }
}
