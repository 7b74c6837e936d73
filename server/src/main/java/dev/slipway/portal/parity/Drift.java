package dev.slipway.portal.parity;

import dev.slipway.delivery.LiveResource;
import dev.slipway.delivery.SyncStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far what runs in an environment is from what Git says.
 *
 * @param sync UNKNOWN while the engine has not reported
 * @param objects that are not as in Git
 * @param observedAt null while it has not
 */
public record Drift(
        String environment,
        String application,
        SyncStatus sync,
        List<LiveResource> objects,
        @Nullable Instant observedAt) {

    public Drift {
        objects = List.copyOf(objects);
    }
}
