package dev.slipway.identity.web;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A failed command's problems, as its form shows them again.
 *
 * @param fields the message beside each field
 * @param others what belongs to no field
 */
public record FormErrors(Map<String, String> fields, List<Problem> others) {

    static FormErrors none() {
        return new FormErrors(Map.of(), List.of());
    }

    static FormErrors of(ProblemException e) {
        Map<String, String> fields = new HashMap<>();
        for (Problem problem : e.problems()) {
            if (problem.where() != null) {
                String text = new Problem(null, problem.message(), problem.expected(), problem.next()).toString();
                fields.merge(problem.where(), text, (one, other) -> one + " " + other);
            }
        }
        return new FormErrors(
                fields,
                e.problems().stream().filter(problem -> problem.where() == null).toList());
    }
}
