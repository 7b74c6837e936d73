package dev.slipway.desiredstate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.DesiredStateTest;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.Platforms;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a merge is told where it cannot be judged in this moment. */
@DesiredStateTest
class JudgedMergesIT {

    private static final CommitId ELSEWHERE = new CommitId("0123456789abcdef0123456789abcdef01234567");

    @Autowired
    PlatformProperties properties;

    @Autowired
    Platforms platforms;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @Autowired
    DesiredStateCheck check;

    @Autowired
    MissingMirrors missing;

    private DefinitionAtMain known;
    private PullRequest unrelated;

    @BeforeEach
    void proposeABranchThatBeganElsewhere() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> platforms.newest().isPresent()
                        && host.protection(properties.repository(), "main").isPresent());
        known = platforms.newest().orElseThrow();
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put("begin.md", FileContent.text("Begin\n"))),
                "Begin",
                new Commit.Person("paula", "paula@example.com"));
        PushOutcome.Pushed pushed = (PushOutcome.Pushed) git.push(
                properties.repository(), new BranchUpdate("test-" + UUID.randomUUID(), null, null, List.of(commit)));
        unrelated = pull(properties.repository(), "main", pushed.commits().getLast());
    }

    private PullRequest pull(RepositoryRef repository, String target, CommitId head) {
        return new PullRequest(
                new PullRequestRef(repository, 9003),
                "Change something",
                "",
                "paula",
                "some",
                target,
                head,
                known.main(),
                PullRequest.State.OPEN,
                false,
                PullRequest.Mergeability.CLEAN,
                List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void tellsWhatTheCheckFinds() {
        assertThat(problems(() -> known, missing))
                .contains("no commit in common")
                .doesNotContain("Try again");
    }

    @Test
    void waitsForTheGatesOfThisMain() {
        assertThat(problems(() -> new DefinitionAtMain(ELSEWHERE, known.source(), known.definition()), missing))
                .contains("Main has moved", "Try again");
    }

    @Test
    void waitsForARepositoryElsewhereThatIsBeingFetched() {
        Mirror awaited = new Mirror(
                "https://git.example.com/base.git", new RepositoryRef("elsewhere", "base"), null, Instant.EPOCH, null);
        GitMirrors mirrors = (GitMirrors) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {GitMirrors.class}, (_, _, _) -> List.of(awaited));

        assertThat(problems(() -> known, new MissingMirrors(mirrors)))
                .contains("is being fetched for the first time", "Try again")
                .doesNotContain("no commit in common");
    }

    @Test
    void mergesNothingWhereJudgingFails() {
        assertThat(problems(
                        () -> {
                            throw new StackOverflowError();
                        },
                        missing))
                .contains("slipway/desired-state", "could not be made", "Try again");
    }

    @Test
    void leavesOtherBranchesAndRepositoriesAlone() {
        JudgedMerges guard = new JudgedMerges(properties, platforms, host, git, check, missing);
        RepositoryRef other = new RepositoryRef("acme", "other");

        assertThat(guard.problems(pull(properties.repository(), "another", unrelated.head())))
                .isEmpty();
        assertThat(guard.problems(pull(other, "main", unrelated.head()))).isEmpty();
    }

    private String problems(Supplier<DefinitionAtMain> newest, MissingMirrors mirrors) {
        Platforms fixed = (Platforms) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Platforms.class},
                (_, method, arguments) -> method.getName().equals("newest")
                        ? Optional.of(newest.get())
                        : method.invoke(platforms, arguments));
        return new JudgedMerges(properties, fixed, host, git, check, mirrors)
                .problems(unrelated)
                .toString();
    }
}
