package dev.slipway.git;

import dev.slipway.kernel.Problem;
import java.util.List;

/**
 * SPI: has the last word on merges of pull requests. Every bean of this type is asked about every merge, whoever merges, when nothing
 * else stands against it and before its commit is made. A commit status was given for the target as it was then; the merge happens
 * only if the target still is where this pull request says it is.
 */
public interface MergeGuard {

    /**
     * What keeps this head from being merged into this base now; empty when nothing does. Reads Git, and is never called inside a
     * database transaction.
     */
    List<Problem> problems(PullRequest pullRequest);
}
