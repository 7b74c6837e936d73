package dev.slipway.scaffolder.preview;

import dev.slipway.git.difference.Comparison;
import dev.slipway.scaffolding.run.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template would make.
 *
 * @param missing the titles of fields that need an answer; a placeholder stands for each that is a text
 * @param objections what is wrong with the answers that there are, and whatever else would keep a run from starting
 * @param tree the files of the workspace
 * @param count how many files there are
 * @param proposals the pull requests that would be opened
 * @param others what else would be done outside
 * @param failure why it stops before its end; null when it does not
 */
public record Preview(
        List<String> missing,
        List<Objection> objections,
        List<FileNode> tree,
        int count,
        List<Proposal> proposals,
        List<Other> others,
        List<RunState.Link> links,
        List<RunState.Text> texts,
        @Nullable Failure failure) {

    /** Whether an objection says already why it stops. */
    public boolean foretold() {
        return failure != null
                && objections.stream().anyMatch(each -> each.message().equals(failure.message()));
    }

    /**
     * Something that has to change before a run can start.
     *
     * @param field the title of the field that is to blame; empty for none
     */
    public record Objection(String field, String message) {}

    /**
     * A pull request.
     *
     * @param repository that it would be opened in
     * @param note why the difference is not, or not all, shown; empty when it is
     */
    public record Proposal(String repository, String branch, String title, Comparison difference, String note) {}

    /** Another step that reaches outside. */
    public record Other(String action, String name) {}

    /** The step that could not be carried out. */
    public record Failure(String step, String message) {}
}
