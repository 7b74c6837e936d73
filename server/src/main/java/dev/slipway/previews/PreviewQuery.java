package dev.slipway.previews;

import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import org.jspecify.annotations.Nullable;

/**
 * Which previews, and which page of them.
 *
 * @param team null for all
 * @param service null for all
 * @param state null for all
 * @param offset how many to pass over
 */
public record PreviewQuery(
        @Nullable TeamName team,
        @Nullable ServiceName service,
        @Nullable PreviewState state,
        int offset,
        int limit) {

    private static final int MOST = 500;

    public PreviewQuery {
        offset = Math.max(0, offset);
        limit = Math.clamp(limit, 1, MOST);
    }

    /** The newest of a service. */
    public static PreviewQuery ofService(ServiceName service, int limit) {
        return new PreviewQuery(null, service, null, 0, limit);
    }
}
