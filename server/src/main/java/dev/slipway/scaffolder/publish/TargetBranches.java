package dev.slipway.scaffolder.publish;

import dev.slipway.scaffolder.action.Publishing;
import dev.slipway.scaffolding.action.ActionContext;
import org.springframework.stereotype.Component;

/**
 * The branches that inputs name. A repository's default branch is {@code main} here, whatever a template asked for: in a repository that
 * the run has made itself, a branch that is not there is what the template calls the default one.
 */
@Component
class TargetBranches {

    private final Publishing publishing;

    TargetBranches(Publishing publishing) {
        this.publishing = publishing;
    }

    /** @param input that names the branch; the default one without it */
    String of(ActionContext context, PublishTarget target, String input) {
        String main = target.defaultBranch();
        String asked = context.text(input).orElse(main);
        if (asked.equals(main) || target.head(asked).isPresent() || !publishing.holds(context, target.repository())) {
            return asked;
        }
        context.log("The default branch of " + target.repository() + " is " + main + ": taken for " + asked);
        return main;
    }
}
