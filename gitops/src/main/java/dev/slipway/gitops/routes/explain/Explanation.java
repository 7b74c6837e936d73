package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.routes.Route.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request leads, and why it ends there.
 *
 * @param reaches whether it is answered whichever branch it takes
 * @param branches one, or where destinations have weights one for each that it can take
 */
public record Explanation(String url, String method, boolean reaches, List<Branch> branches) {

    public Explanation {
        branches = List.copyOf(branches);
    }

    Explanation(String url, String method, List<Branch> branches) {
        this(url, method, branches.stream().allMatch(branch -> branch.verdict().reaches()), branches);
    }

    /**
     * @param percent of the requests that take it
     * @param steps in order
     */
    public record Branch(int percent, List<Step> steps, Verdict verdict) {
        public Branch {
            steps = List.copyOf(steps);
        }
    }

    /**
     * An object that passes the request on.
     *
     * @param where file, line and column; empty when it is not known
     */
    public record Step(String cluster, String object, String where) {}

    /**
     * How a branch ends.
     *
     * @param cause null when it reaches ready replicas, or declared ones where nobody knows which are ready
     * @param where file, line and column of what lets it end
     * @param next what to do about it; empty when there is nothing to do
     * @param notes with their places
     */
    public record Verdict(
            boolean reaches, @Nullable Cause cause, String words, String where, String next, List<String> notes) {
        public Verdict {
            notes = List.copyOf(notes);
        }
    }
}
