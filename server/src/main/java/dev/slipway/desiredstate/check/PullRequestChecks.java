package dev.slipway.desiredstate.check;

import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks every check of each open pull request to the platform repository: again when the branch, main or the definition in force has
 * moved, when nobody answers any more for what Slipway proposes, and when a repository elsewhere that could not be read can be, or fails otherwise than before.
 */
@Component
class PullRequestChecks implements Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(PullRequestChecks.class);
    private static final String NAME = "desired-state-checks";
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final GitHost host;
    private final GitContent git;
    private final Platforms platforms;
    private final List<PullRequestCheck> checks;
    private final MissingMirrors missing;
    private final AnswerTable answers;
    private final Wakeups wakeups;

    PullRequestChecks(
            GitHost host,
            GitContent git,
            Platforms platforms,
            List<PullRequestCheck> checks,
            MissingMirrors missing,
            AnswerTable answers,
            Wakeups wakeups) {
        this.host = host;
        this.git = git;
        this.platforms = platforms;
        this.checks = checks;
        this.missing = missing;
        this.answers = answers;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    /** Check by check in their order: what keeps a pull request from being merged does not wait for what takes long. */
    @Override
    public void reconcile() {
        platforms.newest().ifPresent(definition -> {
            RepositoryRef repository = definition.definition().repository();
            List<PullRequest> open = host.pullRequests(repository, PullRequest.State.OPEN).stream()
                    .filter(each -> each.targetBranch().equals("main"))
                    .toList();
            answers.forgetOthers(repository, open);
            String before = missing.describe();
            checks.forEach(check -> open.stream()
                    .filter(each -> isOf(definition, each))
                    .forEach(each -> ask(check, definition, each, before)));
        });
    }

    /** Where main has moved just now, the next round judges, by the gates that main has then; whatever moves it wakes that. */
    private static boolean isOf(DefinitionAtMain definition, PullRequest pullRequest) {
        return pullRequest.base().equals(definition.main());
    }

    /** @param before what was missing before anything was read: what changes meanwhile makes the next round ask again */
    private void ask(PullRequestCheck check, DefinitionAtMain definition, PullRequest pullRequest, String before) {
        try {
            answer(check, definition, pullRequest, before);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} of {} cannot be made", check.name(), pullRequest.ref(), e);
            sayThatItFailed(check, pullRequest);
        }
    }

    private void answer(PullRequestCheck check, DefinitionAtMain definition, PullRequest pullRequest, String before) {
        String basis = pullRequest.base() + "+" + pullRequest.head() + " by " + definition.source()
                + check.standing(pullRequest) + before;
        if (answers.has(pullRequest.ref(), check.name(), basis)) {
            return;
        }
        RepositoryRef repository = pullRequest.ref().repository();
        Proposal proposal = Proposal.of(git, repository, pullRequest.base(), pullRequest.head());
        Verdict verdict = check.judge(definition.definition(), pullRequest, proposal);
        if (verdict.whole() || missing.isSettledSince(before)) {
            tell(check, pullRequest, verdict);
        } else {
            String waiting = "A repository elsewhere is being fetched for the first time";
            say(check, pullRequest, CommitStatus.State.PENDING, waiting, verdict.path());
        }
        answers.put(pullRequest.ref(), check.name(), basis);
    }

    /** Where not even that can be said, the other pull requests are answered all the same. */
    private void sayThatItFailed(PullRequestCheck check, PullRequest pullRequest) {
        try {
            say(
                    check,
                    pullRequest,
                    CommitStatus.State.ERROR,
                    "Something went wrong, it is tried again; the log says more",
                    null);
        } catch (RuntimeException e) {
            LOG.error("Nor can {} be told that", pullRequest.ref(), e);
        }
    }

    private void tell(PullRequestCheck check, PullRequest pullRequest, Verdict verdict) {
        comment(check, pullRequest, verdict);
        String summary =
                verdict.summary() + " (on main at " + pullRequest.base().brief() + ")";
        say(check, pullRequest, verdict.state(), summary, verdict.path());
    }

    private void comment(PullRequestCheck check, PullRequest pullRequest, Verdict verdict) {
        String heading = verdict.comment().lines().findFirst().orElse("");
        List<String> told = host.comments(pullRequest.ref()).stream()
                .map(Comment::markdown)
                .filter(each -> each.startsWith(heading))
                .toList();
        boolean due = verdict.worthTelling() || !told.isEmpty();
        if (due && !told.contains(verdict.comment())) {
            host.comment(pullRequest.ref(), check.name(), verdict.comment(), Actor.system("desiredstate"));
        }
    }

    private void say(
            PullRequestCheck check,
            PullRequest pullRequest,
            CommitStatus.State state,
            String summary,
            @Nullable String path) {
        CommitStatus status = new CommitStatus(check.name(), state, summary, path);
        if (!host.statuses(pullRequest.ref().repository(), pullRequest.head()).contains(status)) {
            host.setStatus(pullRequest.ref().repository(), pullRequest.head(), status);
        }
    }

    @EventListener
    void on(PullRequestChanged event) {
        wakeups.wake(NAME);
    }

    @EventListener
    void on(RefsChanged event) {
        wakeups.wake(NAME);
    }

    @EventListener
    void on(PlatformChanged event) {
        wakeups.wake(NAME);
    }
}
