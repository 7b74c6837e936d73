package dev.slipway.gitops;

import dev.slipway.kustomize.KustomizeException;
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

    static List<Finding> from(KustomizeException e) {
        return e.problems().stream()
                .map(problem ->
                        new Finding(problem.place().toString(), problem.what(), problem.expected(), problem.next()))
                .toList();
    }
}
