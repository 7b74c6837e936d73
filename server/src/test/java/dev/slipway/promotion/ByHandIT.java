package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.desiredstate.GatedChangeAuthority;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Comment;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitCommandLine;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What people push by hand is never taken for what Slipway wrote, whatever it says of itself. */
class ByHandIT extends PromotionWorld {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");
    private static final Actor BEN = new Actor.Person("ben");
    private static final Actor PAULA = new Actor.Person("paula");
    private static final String HOLD = "test/hold";
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @Autowired
    GatedChangeAuthority authority;

    @TempDir
    Path directory;

    private @Nullable BranchProtection protection;

    @Test
    void theIdOfAnOldPromotionBringsNothingBack() {
        toStaging("first", '1');
        Promotion old = promotions.history(service, STAGING, 1).getFirst();
        CommitId second = toStaging("second", '2');
        GitCommandLine work = cloneOf("ben");
        work.run(
                "checkout",
                Objects.requireNonNull(old.commit()).value(),
                "--",
                "applications/" + service + "/staging.yaml");
        work.run("commit", "-q", "-m", "Tidy up a little\n\nSlipway-Change: " + old.change());

        PullRequest pull = propose(work, "tidy-" + service);

        assertThat(judged(pull)).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(comments(pull))
                .contains("names Slipway's change " + old.change())
                .contains("but Slipway did not write it for a change that waits now")
                .contains("ask for a promotion or a rollback");
        assertThat(host.merge(pull.ref(), pull.head(), PAULA)).isInstanceOf(MergeOutcome.Refused.class);
        assertThat(live(STAGING).orElseThrow().commit()).isEqualTo(second);
    }

    @Test
    void aCopyOfWhatSlipwayProposesIsRefusedAndTheProposalPassesOnce() {
        holdProposalsToStaging();
        CommitId commit = build(commit("first"), '1');
        awaitLive(DEV, commit);
        clock.advance(Duration.ofSeconds(61));
        PullRequest own = proposal();

        GitCommandLine work = cloneOf("ben");
        work.run("switch", "-q", "-c", "copy", own.head().value());
        work.run("commit", "-q", "--amend", "--no-edit", "--reset-author");
        PullRequest copy = propose(work, "copy-" + service);

        assertThat(judged(copy)).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(judged(own)).isEqualTo(CommitStatus.State.SUCCESS);
        ChangeId change = change(STAGING);
        assertThat(authority.authorises(change)).isTrue();
        letGo(own);
        awaitLive(STAGING, commit);
        assertThat(authority.authorises(change)).isFalse();
    }

    @Test
    void aProposalOfWhatIsVetoedMeanwhileSaysSoAndIsNotMergedBeforeTheVetoIsLifted() {
        CommitId good = toStaging("good", '1');
        holdProposalsToStaging();
        CommitId bad = build(commit("bad"), '2');
        awaitLive(DEV, bad);
        String vetoed = live(DEV).orElseThrow().id();
        clock.advance(Duration.ofSeconds(61));
        PullRequest own = proposal();
        assertThat(judged(own)).isEqualTo(CommitStatus.State.SUCCESS);

        promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);

        assertThat(authority.authorises(change(STAGING))).isFalse();
        await().atMost(LONGEST)
                .until(() -> comments(own).contains("Release " + vetoed + " is vetoed. ren: it is bad."));
        assertThat(judged(own)).isEqualTo(CommitStatus.State.FAILURE);
        await().until(() -> standing(STAGING).explanation().contains("is vetoed. ren: it is bad."));
        letGo(own);
        assertThat(host.merge(own.ref(), own.head(), PAULA)).isInstanceOf(MergeOutcome.Refused.class);
        assertThat(live(STAGING).orElseThrow().commit()).isEqualTo(good);

        promotions.liftVeto(service, vetoed, "it was the network", ROSA);

        await().atMost(LONGEST).until(() -> judged(own) == CommitStatus.State.SUCCESS);
        awaitLive(STAGING, bad);
    }

    private ChangeId change(EnvironmentName environment) {
        return Objects.requireNonNull(
                promotions.history(service, environment, 1).getFirst().change());
    }

    /** Every pull request to the platform waits for a check of this test. */
    private void holdProposalsToStaging() {
        change("  domain: localhost", "  changes: {staging: pull-request}\n  domain: localhost");
        BranchProtection before = host.protection(PLATFORM, "main").orElseThrow();
        protection = before;
        Set<String> checks = new HashSet<>(before.requiredChecks());
        checks.add(HOLD);
        host.protect(PLATFORM, new BranchProtection("main", checks, before.writers()), PAULA);
    }

    private void letGo(PullRequest pull) {
        host.setStatus(PLATFORM, pull.head(), new CommitStatus(HOLD, CommitStatus.State.SUCCESS, "Go on", null));
    }

    @AfterEach
    void holdNothingAnyMore() {
        if (protection != null) {
            host.protect(PLATFORM, protection, PAULA);
            change("  changes: {staging: pull-request}\n", "");
        }
    }

    /** Again where the writer was faster. */
    private void change(String from, String to) {
        await().atMost(LONGEST).until(() -> tryToChange(from, to), PushOutcome.Pushed.class::isInstance);
    }

    private PushOutcome tryToChange(String from, String to) {
        CommitId tip = git.resolve(PLATFORM, "refs/heads/main").orElseThrow();
        String text = git.snapshot(PLATFORM, tip).text("platform.yaml").orElseThrow();
        assertThat(text).contains(from);
        FileChange change = new FileChange.Put("platform.yaml", FileContent.text(text.replace(from, to)));
        NewCommit commit =
                new NewCommit(List.of(change), "Change how staging is written", new Commit.Person("paula", "paula@a"));
        return git.push(PLATFORM, BranchUpdate.onto("main", tip, List.of(commit)));
    }

    private PullRequest proposal() {
        return await().atMost(LONGEST)
                .until(
                        () -> host.pullRequests(PLATFORM, PullRequest.State.OPEN).stream()
                                .filter(pull -> pull.sourceBranch().startsWith("slipway/change/"))
                                .filter(pull -> pull.title().contains(service + " "))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private GitCommandLine cloneOf(String account) {
        String url = "http://" + account + ":" + callers.token(account, Set.of()) + "@127.0.0.1:"
                + callers.address().getPort() + "/git/" + PLATFORM + ".git";
        new GitCommandLine(directory).run("clone", "-q", url, account);
        return new GitCommandLine(directory.resolve(account));
    }

    private PullRequest propose(GitCommandLine work, String branch) {
        work.run("push", "-q", "origin", "HEAD:refs/heads/" + branch);
        return host.open(new NewPullRequest(PLATFORM, branch, "main", "Tidy up a little", ""), BEN);
    }

    private CommitStatus.State judged(PullRequest pull) {
        return await().atMost(LONGEST)
                .until(
                        () -> host.statuses(PLATFORM, pull.head()).stream()
                                .filter(each -> each.context().equals("slipway/desired-state"))
                                .map(CommitStatus::state)
                                .filter(each -> each != CommitStatus.State.PENDING)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String comments(PullRequest pull) {
        return host.comments(pull.ref()).stream().map(Comment::markdown).collect(Collectors.joining("\n"));
    }
}
