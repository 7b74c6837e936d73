package dev.slipway.desiredstate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.DesiredStateTest;
import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.support.NoGitHost;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a round in which something goes wrong. */
@DesiredStateTest
class PullRequestChecksIT {

    private static final CommitId ELSEWHERE = new CommitId("0123456789abcdef0123456789abcdef01234567");

    @Autowired
    GitContent git;

    @Autowired
    Platforms platforms;

    @Autowired
    MissingMirrors missing;

    @Autowired
    AnswerTable answers;

    @Autowired
    Wakeups wakeups;

    private DefinitionAtMain known;
    private final Host host = new Host();
    private final Check broken = new Check("test/broken");
    private final Check sound = new Check("test/sound");

    @BeforeEach
    void awaitThePlatform() {
        await().atMost(Duration.ofMinutes(1)).until(() -> platforms.find().isPresent());
        known = platforms.newest().orElseThrow();
        RepositoryRef repository = known.definition().repository();
        host.open = List.of(pull(repository, 9001, known.main()), pull(repository, 9002, known.main()));
        answers.forgetOthers(repository, List.of());
        broken.work = () -> {
            throw new IllegalStateException("It is broken.");
        };
    }

    private static PullRequest pull(RepositoryRef repository, int number, CommitId main) {
        return new PullRequest(
                new PullRequestRef(repository, number),
                "Change something",
                "",
                "paula",
                "some",
                "main",
                main,
                main,
                PullRequest.State.OPEN,
                false,
                PullRequest.Mergeability.EMPTY,
                List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void saysThatACheckCannotBeMadeAndMakesItAgain() {
        round();
        assertThat(host.last("test/broken").state()).isEqualTo(CommitStatus.State.ERROR);
        assertThat(host.last("test/broken").description()).contains("tried again");

        broken.work = () -> {};
        round();
        assertThat(host.last("test/broken").state()).isEqualTo(CommitStatus.State.SUCCESS);
    }

    @Test
    void goesOnWhereSomethingNestsTooDeep() {
        broken.work = () -> {
            throw new StackOverflowError();
        };

        round();

        assertThat(host.last("test/broken").state()).isEqualTo(CommitStatus.State.ERROR);
        assertThat(sound.asked).containsExactly(9001, 9002);
    }

    @Test
    void asksAgainWhenAnotherDefinitionIsInForce() {
        round();
        round();
        assertThat(sound.asked).containsExactly(9001, 9002);

        known = new DefinitionAtMain(known.main(), ELSEWHERE, known.definition());
        round();
        assertThat(sound.asked).containsExactly(9001, 9002, 9001, 9002);
    }

    @Test
    void judgesNothingByTheGatesOfAnotherMain() {
        known = new DefinitionAtMain(ELSEWHERE, known.source(), known.definition());

        round();

        assertThat(sound.asked).isEmpty();
    }

    @Test
    void answersTheOthersWhereNotEvenThatCanBeSaid() {
        host.refused = CommitStatus.State.ERROR;

        round();

        assertThat(broken.asked).containsExactly(9001, 9002);
        assertThat(sound.asked).containsExactly(9001, 9002);
        assertThat(host.last("test/sound").state()).isEqualTo(CommitStatus.State.SUCCESS);
    }

    private void round() {
        Platforms fixed = (Platforms) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Platforms.class}, (_, _, _) -> Optional.of(known));
        new PullRequestChecks(host, git, fixed, List.of(broken, sound), missing, answers, wakeups).reconcile();
    }

    /** Passes everything, unless its work fails. */
    private static final class Check implements PullRequestCheck {

        private final String name;
        private final List<Integer> asked = new ArrayList<>();
        private Runnable work = () -> {};

        Check(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Verdict judge(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal) {
            asked.add(pullRequest.ref().number());
            work.run();
            return new Verdict(CommitStatus.State.SUCCESS, "Fine", null, "### " + name, false, true);
        }
    }

    /** Remembers what is said, and may refuse some of it. */
    private static final class Host extends NoGitHost {

        private final List<CommitStatus> said = new ArrayList<>();
        private List<PullRequest> open = List.of();
        private CommitStatus.@Nullable State refused;

        CommitStatus last(String context) {
            return said.stream()
                    .filter(each -> each.context().equals(context))
                    .reduce((_, later) -> later)
                    .orElseThrow();
        }

        @Override
        public List<PullRequest> pullRequests(RepositoryRef repository, PullRequest.@Nullable State state) {
            return open;
        }

        @Override
        public List<Comment> comments(PullRequestRef pullRequest) {
            return List.of();
        }

        @Override
        public List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
            return List.of();
        }

        @Override
        public void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status) {
            if (status.state() == refused) {
                throw new IllegalStateException("It cannot be said.");
            }
            said.add(status);
        }
    }
}
