package dev.slipway.gitops;

import dev.slipway.helm.HelmException;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.remote.RemoteBase;
import java.util.List;

/**
 * One thing that is wrong with what a tree declares.
 *
 * @param where file, line and column as far as known
 * @param what what is wrong, with the thing quoted
 * @param expected what would have been right; may be empty
 * @param next what to do about it; may be empty
 */
public record Finding(String where, String what, String expected, String next) {

    static Finding of(String where, String what, String expected) {
        return new Finding(where, what, expected, "");
    }

    /** The same of an Application as a whole. */
    Finding at(Application application) {
        return at(application.file());
    }

    Finding at(String elsewhere) {
        return new Finding(elsewhere, what, expected, next);
    }

    static List<Finding> from(HelmException e) {
        return from(e.problems());
    }

    public static List<Finding> from(KustomizeException e) {
        return from(e.problems());
    }

    static List<Finding> from(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Finding(
                        RemoteBase.shown(problem.place()),
                        problem.what(),
                        problem.expected().replaceFirst("\\.$", ""),
                        problem.next()))
                .toList();
    }
}
