package dev.slipway.desiredstate.check;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers each open pull request to the platform repository once per head and base: a status, and a comment that lists everything. */
@Component
class DesiredStateCheck implements Reconciliation {

    private static final String CONTEXT = "slipway/desired-state";
    private static final String NAME = "desired-state-check";
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    /** Git hosts show a line; the comment says everything. */
    private static final int LONGEST = 160;

    private final GitHost host;
    private final Platforms platforms;
    private final Examination examination;
    private final Wakeups wakeups;

    DesiredStateCheck(GitHost host, Platforms platforms, Examination examination, Wakeups wakeups) {
        this.host = host;
        this.platforms = platforms;
        this.examination = examination;
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

    @Override
    public void reconcile() {
        platforms
                .find()
                .ifPresent(definition -> host.pullRequests(definition.repository(), PullRequest.State.OPEN).stream()
                        .filter(each -> each.targetBranch().equals("main") && !isAnswered(each))
                        .forEach(each -> answer(definition, each)));
    }

    /** The description names the base, so that a moved main is looked at again. */
    private boolean isAnswered(PullRequest pullRequest) {
        return host.statuses(pullRequest.ref().repository(), pullRequest.head()).stream()
                .anyMatch(status ->
                        status.context().equals(CONTEXT) && status.description().endsWith(suffix(pullRequest)));
    }

    private static String suffix(PullRequest pullRequest) {
        return "on main at " + pullRequest.base().brief();
    }

    private void answer(PlatformDefinition definition, PullRequest pullRequest) {
        Examination.Findings findings = examination.of(definition, pullRequest);
        List<Problem> problems = findings.problems();
        boolean commented = host.comments(pullRequest.ref()).stream()
                .anyMatch(comment -> comment.markdown().startsWith(heading()));
        if (!problems.isEmpty() || !findings.doubts().isEmpty() || commented) {
            host.comment(pullRequest.ref(), CONTEXT, comment(findings), Actor.system("desiredstate"));
        }
        CommitStatus.State state = problems.isEmpty() ? CommitStatus.State.SUCCESS : CommitStatus.State.FAILURE;
        host.setStatus(
                pullRequest.ref().repository(),
                pullRequest.head(),
                new CommitStatus(CONTEXT, state, summary(findings) + ", " + suffix(pullRequest), null));
    }

    private static String heading() {
        return "### Desired state";
    }

    private static String summary(Examination.Findings findings) {
        if (!findings.problems().isEmpty()) {
            return first(findings.problems());
        }
        return findings.doubts().isEmpty()
                ? "Everything renders"
                : "Everything renders, " + findings.doubts().size() + " to look at";
    }

    /** What is wrong is seen wherever the check is, also when the merge is refused. */
    private static String first(List<Problem> problems) {
        Problem first = problems.getFirst();
        String told = (first.where() == null ? "" : first.where() + ": ") + first.message();
        String more = problems.size() == 1 ? "" : " And " + (problems.size() - 1) + " more to put right";
        return (told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…") + more;
    }

    private static String comment(Examination.Findings findings) {
        String body = findings.problems().isEmpty()
                ? "Everything renders, and nothing passes a gate unseen."
                : list(findings.problems());
        String doubts = findings.doubts().isEmpty()
                ? ""
                : "\n\nWorth a look; it does not keep this from being merged:\n\n" + list(findings.doubts());
        return heading() + "\n\n" + body + doubts + "\n";
    }

    private static String list(List<Problem> problems) {
        return problems.stream().map(problem -> "- " + problem).collect(Collectors.joining("\n"));
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
