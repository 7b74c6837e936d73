package dev.slipway.previews.plan;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open pull request as it is now.
 *
 * @param head its newest commit
 * @param activeAt since when its time to live runs: when this head was first seen, last asked for, or renewed
 * @param trusted whether its author may push to the repository
 * @param approved whether a maintainer approved this head
 * @param kept whether it carries the label {@code keep}
 * @param ended whether somebody ended the preview of this head
 * @param shown what its preview shows now; null while that is nothing
 */
public record PullRequestFacts(
        PullRequestRef ref,
        ServiceName service,
        TeamName team,
        CommitId head,
        Instant openedAt,
        Instant activeAt,
        boolean trusted,
        boolean approved,
        boolean kept,
        boolean ended,
        BuildFact build,
        OverlayFact overlay,
        @Nullable Release shown) {}
