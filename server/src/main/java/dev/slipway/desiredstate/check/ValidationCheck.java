package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.reading.Moment;
import dev.slipway.desiredstate.validation.ValidatedTrees;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.gitops.validation.ValidationReport;
import dev.slipway.platform.PlatformDefinition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Validates what a pull request would declare: what main has already is not held against it. */
@Component
@Order(2)
class ValidationCheck implements PullRequestCheck {

    private static final String PAGE = "/platform/validation";

    private final ValidatedTrees trees;

    ValidationCheck(ValidatedTrees trees) {
        this.trees = trees;
    }

    @Override
    public String name() {
        return "slipway/validation";
    }

    @Override
    public Verdict judge(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal) {
        return switch (proposal) {
            case Proposal.Conflicting _ ->
                new Verdict(
                        CommitStatus.State.ERROR,
                        "It conflicts with main, so that nothing was validated",
                        PAGE,
                        ValidationWords.HEADING + "\n\nThis conflicts with main, so that nothing was validated.\n",
                        false,
                        true);
            case Proposal.Clean clean -> judge(definition, clean);
        };
    }

    private Verdict judge(PlatformDefinition definition, Proposal.Clean proposal) {
        Moment moment = new Moment(definition);
        ValidationReport before = trees.validate(moment, proposal.main().value(), proposal.before());
        ValidationReport after = trees.validate(moment, proposal.key(), proposal.after());
        ValidationWords words = new ValidationWords(before, after);
        return new Verdict(
                words.state(), words.summary(), PAGE, words.comment(), words.isWorthAComment(), words.isWhole());
    }
}
