package dev.slipway.git.web;

import dev.slipway.git.Commit;
import dev.slipway.git.PullRequest;
import dev.slipway.git.difference.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new pull request.
 *
 * @param branch which is chosen; empty when none is yet
 * @param commits what it would bring
 * @param already the open one of this branch; null when there is none
 */
public record OpeningForm(
        List<String> branches,
        String branch,
        Words words,
        List<Commit> commits,
        Comparison comparison,
        @Nullable PullRequest already) {

    /** What is written into it. */
    public record Words(String title, String body) {

        /** Suggests what the author has said already: the message of the oldest commit. */
        static Words of(List<Commit> commits) {
            if (commits.isEmpty()) {
                return new Words("", "");
            }
            Commit oldest = commits.getLast();
            String rest = oldest.message().lines().skip(1).reduce("", (text, line) -> text + line + "\n");
            return new Words(oldest.subject(), commits.size() == 1 ? rest.strip() : "");
        }
    }

    public boolean chosen() {
        return !branch.isEmpty();
    }
}
