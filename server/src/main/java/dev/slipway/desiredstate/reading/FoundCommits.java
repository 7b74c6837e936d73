package dev.slipway.desiredstate.reading;

import dev.slipway.git.GitContent;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Commits that Applications pin: what one holds never changes, only whether its repository is still there does. */
final class FoundCommits {

    private static final Duration CHECKED_EVERY = Duration.ofMinutes(1);

    private final GitContent git;
    private final Clock clock;
    private final Map<Pinned, Answer.Found> found = new ConcurrentHashMap<>();
    private volatile Instant checked = Instant.EPOCH;

    FoundCommits(GitContent git, Clock clock) {
        this.git = git;
        this.clock = clock;
    }

    private record Pinned(RepositoryRef repository, String commit) {}

    /** Empty when there is no such repository; whether it has the commit shows when the tree is read. */
    Optional<Answer.Found> find(RepositoryRef repository, String commit) {
        Pinned pinned = new Pinned(repository, commit);
        Answer.Found known = found.get(pinned);
        if (known != null) {
            return Optional.of(known);
        }
        if (!git.exists(repository)) {
            return Optional.empty();
        }
        Answer.Found now = new Answer.Found(new PinnedTree(git, repository, new CommitId(commit)), commit);
        found.put(pinned, now);
        return Optional.of(now);
    }

    /** To be called before each pass. */
    void forgetWhatIsGone() {
        Instant now = clock.instant();
        if (checked.plus(CHECKED_EVERY).isBefore(now)) {
            checked = now;
            Map<RepositoryRef, Boolean> exists = new ConcurrentHashMap<>();
            found.entrySet().removeIf(each -> {
                boolean gone = !exists.computeIfAbsent(each.getKey().repository(), git::exists);
                if (gone && each.getValue().tree() instanceof PinnedTree tree) {
                    tree.forget();
                }
                return gone;
            });
        }
    }
}
