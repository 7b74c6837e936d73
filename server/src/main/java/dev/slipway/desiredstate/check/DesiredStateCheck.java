package dev.slipway.desiredstate.check;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether everything renders, belongs where it goes and passes no gate unseen. A merge requires this check, so it comes first. */
@Component
@Order(1)
class DesiredStateCheck implements PullRequestCheck {

    private static final String HEADING = "### Desired state";

    private final Examination examination;
    private final StoredIntents intents;

    DesiredStateCheck(Examination examination, StoredIntents intents) {
        this.examination = examination;
        this.intents = intents;
    }

    @Override
    public String name() {
        return "slipway/desired-state";
    }

    /** Of a Release that was vetoed, or whose veto was lifted, while its pull request waits. */
    @Override
    public String standing(PullRequest pullRequest) {
        return intents.standing(pullRequest);
    }

    @Override
    public Verdict judge(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal) {
        Examination.Findings findings = examination.of(definition, pullRequest, proposal);
        boolean passes = findings.problems().isEmpty();
        return new Verdict(
                passes ? CommitStatus.State.SUCCESS : CommitStatus.State.FAILURE,
                summary(findings),
                null,
                comment(findings),
                !passes || !findings.doubts().isEmpty(),
                passes);
    }

    /** What keeps it from being merged; empty when nothing does. */
    List<Problem> problems(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal) {
        return examination.of(definition, pullRequest, proposal).problems();
    }

    private static String summary(Examination.Findings findings) {
        List<Problem> problems = findings.problems();
        if (!problems.isEmpty()) {
            Problem first = problems.getFirst();
            String told = (first.where() == null ? "" : first.where() + ": ") + first.message();
            return Verdict.first(told, problems.size());
        }
        return findings.doubts().isEmpty()
                ? "Everything renders"
                : "Everything renders, " + findings.doubts().size() + " to look at";
    }

    private static String comment(Examination.Findings findings) {
        String body = findings.problems().isEmpty()
                ? "Everything renders, and nothing passes a gate unseen."
                : list(findings.problems());
        String doubts = findings.doubts().isEmpty()
                ? ""
                : "\n\nWorth a look; it does not keep this from being merged:\n\n" + list(findings.doubts());
        return HEADING + "\n\n" + body + doubts + "\n";
    }

    private static String list(List<Problem> problems) {
        return problems.stream().map(problem -> "- " + problem).collect(Collectors.joining("\n"));
    }
}
