package dev.slipway.desiredstate.reading;

import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.gitops.sets.PullRequests;
import dev.slipway.gitops.sets.PullRequests.Answer;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;

/** The open pull requests of the Git host, asked for once a minute at most. */
final class OpenPullRequests {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ObjectProvider<GitHost> host;
    private final Clock clock;
    private final Map<RepositoryRef, Asked> asked = new ConcurrentHashMap<>();

    /** @param host looked up when it is asked for the first time: most platforms have no ApplicationSet that does */
    OpenPullRequests(ObjectProvider<GitHost> host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    private record Asked(Instant at, Answer answer) {}

    /** As far as the definition's URLs lead to the Git host. */
    PullRequests under(PlatformDefinition definition) {
        return url -> definition
                .git()
                .resolve(url)
                .map(this::open)
                .orElseGet(() -> new Answer.Unknown("it is under none of the prefixes in platform.yaml's git"));
    }

    private Answer open(RepositoryRef repository) {
        Instant now = clock.instant();
        Asked known = asked.get(repository);
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known.answer();
        }
        Answer answer = ask(repository);
        asked.put(repository, new Asked(now, answer));
        return answer;
    }

    private Answer ask(RepositoryRef repository) {
        try {
            return new Answer.Known(host.getObject().pullRequests(repository, PullRequest.State.OPEN).stream()
                    .map(OpenPullRequests::of)
                    .toList());
        } catch (GitException e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static PullRequests.PullRequest of(PullRequest pullRequest) {
        return new PullRequests.PullRequest(
                pullRequest.ref().number(),
                pullRequest.title(),
                pullRequest.sourceBranch(),
                pullRequest.targetBranch(),
                pullRequest.head().value(),
                pullRequest.labels(),
                pullRequest.author());
    }
}
