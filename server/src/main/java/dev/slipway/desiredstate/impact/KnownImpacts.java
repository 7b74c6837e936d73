package dev.slipway.desiredstate.impact;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds comparisons, and has those made that nobody has made yet. */
@Component
class KnownImpacts {

    /** What failed, or is not known whole, may want something that is back by now. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);

    private static final int MOST_OPEN = 20;

    private final ImpactStore store;
    private final GitHost host;
    private final GitContent git;
    private final Platforms platforms;
    private final Wakeups wakeups;
    private final Clock clock;

    KnownImpacts(ImpactStore store, GitHost host, GitContent git, Platforms platforms, Wakeups wakeups, Clock clock) {
        this.store = store;
        this.host = host;
        this.git = git;
        this.platforms = platforms;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND when the platform repository has no such pull request */
    PullRequest pullRequest(int number) {
        RepositoryRef repository = platforms.current().repository();
        Optional<PullRequest> found =
                number < 1 ? Optional.empty() : host.pullRequest(new PullRequestRef(repository, number));
        return found.orElseThrow(() -> new ProblemException(
                ProblemCode.NOT_FOUND,
                Problem.at("number", "The platform repository has no pull request #" + number + ".")));
    }

    /** @throws ProblemException NOT_FOUND when one of the revisions is not in the platform repository */
    Comparison between(String from, String to) {
        return new Comparison(commit("from", from), commit("to", to), false);
    }

    private CommitId commit(String field, String revision) {
        RepositoryRef repository = platforms.current().repository();
        boolean plausible = revision.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}") && !revision.contains("..");
        Optional<CommitId> commit = plausible ? git.resolve(repository, revision) : Optional.empty();
        return commit.orElseThrow(() -> new ProblemException(
                ProblemCode.NOT_FOUND,
                Problem.at(field, "\"" + repository + "\" has no \"" + revision + "\".")
                        .expecting("a branch, tag or commit")));
    }

    /**
     * As far as it is known; asks for it where it is not.
     *
     * @throws ProblemException LIMITED when too many are waiting already
     */
    StoredImpact get(Comparison comparison) {
        Instant now = clock.instant();
        Optional<StoredImpact> known = store.find(comparison)
                .filter(each -> each.state() == StoredImpact.State.COMPUTING
                        || each.isWhole()
                        || each.at().plus(TRIED_AGAIN).isAfter(now));
        return known.orElseGet(() -> asked(comparison, now));
    }

    private StoredImpact asked(Comparison comparison, Instant now) {
        if (store.open().size() >= MOST_OPEN) {
            throw new ProblemException(
                    ProblemCode.LIMITED,
                    Problem.of(MOST_OPEN + " comparisons are being made already.")
                            .next("Ask again in a minute."));
        }
        store.ask(comparison, now);
        wakeups.wake(ImpactReconciliation.NAME);
        return new StoredImpact(comparison, StoredImpact.State.COMPUTING, null, null, now);
    }
}
