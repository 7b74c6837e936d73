package dev.slipway.cli.catalog;

import dev.slipway.entities.EntityProblem;
import java.util.List;

/**
 * What was read, and what is wrong with it.
 *
 * @param files in the order in which they were read
 * @param entities those that the catalog would take
 * @param outside addresses that Locations name, which only a server can look at
 */
public record ValidationReport(List<String> files, List<String> entities, List<Found> problems, List<String> outside) {

    public ValidationReport {
        files = List.copyOf(files);
        entities = List.copyOf(entities);
        problems = List.copyOf(problems);
        outside = List.copyOf(outside);
    }

    /**
     * A problem where it is.
     *
     * @param field empty when it concerns the document
     * @param expected empty when the message says so
     */
    public record Found(String file, int line, int column, String field, String message, String expected) {

        static Found of(EntityProblem problem) {
            return new Found(
                    problem.place().file(),
                    problem.place().line(),
                    problem.place().column(),
                    problem.field(),
                    problem.message(),
                    problem.expected());
        }

        /** {@code file:line:column: field}, as editors open it. */
        public String where() {
            return file + ":" + line + ":" + column + (field.isEmpty() ? "" : ": " + field);
        }
    }
}
