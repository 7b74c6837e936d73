package dev.slipway.scaffolder.preview;

import dev.slipway.scaffolder.form.FormState;
import dev.slipway.scaffolder.preview.Preview.Objection;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells answers that are wrong from those that are still missing, in the order of the form. */
final class Objections {

    private final List<FieldProblem> problems;
    private final List<String> missing = new ArrayList<>();
    private final List<Objection> wrong = new ArrayList<>();

    private Objections(List<FieldProblem> problems) {
        this.problems = problems;
    }

    /** @param state with placeholders, which the problems are of as well */
    static Objections of(FormState state, List<FieldProblem> problems) {
        Objections found =
                new Objections(problems.stream().map(state::placed).distinct().toList());
        Map<String, @Nullable Object> values = state.withDefaults();
        List<FormField> fields = new ArrayList<>();
        for (int page = 0; page < state.form().pages(); page++) {
            fields.addAll(state.form().fields(page, values));
        }
        fields.forEach(field -> found.look(field, ""));
        found.problems.stream()
                .filter(problem -> fields.stream().noneMatch(field -> concerns(problem, field)))
                .forEach(problem -> found.object(problem.field(), problem));
        return found;
    }

    /** The titles of fields that are empty and must not be. */
    List<String> missing() {
        return missing;
    }

    List<Objection> wrong() {
        return wrong;
    }

    private void look(FormField field, String outer) {
        String title = (outer.isEmpty() ? "" : outer + " › ") + title(field);
        field.children().forEach(child -> look(child, title));
        List<FieldProblem> own = problems.stream()
                .filter(problem -> concerns(problem, field))
                .filter(problem -> field.children().stream().noneMatch(child -> concerns(problem, child)))
                .toList();
        boolean placeholder = Placeholders.stands(field);
        if (placeholder || (empty(field.value()) && !own.isEmpty())) {
            missing.add(title);
        } else {
            own.forEach(problem -> object(title, problem));
        }
    }

    /** Entries of lists are counted from 1. */
    private static String title(FormField field) {
        return field.title().matches("[0-9]{1,4}")
                ? String.valueOf(Integer.parseInt(field.title()) + 1)
                : field.title();
    }

    private void object(String title, FieldProblem problem) {
        if (!Placeholders.standIn(problem.message())) {
            wrong.add(new Objection(title, problem.message()));
        }
    }

    private static boolean concerns(FieldProblem problem, FormField field) {
        return problem.field().equals(field.path()) || problem.field().startsWith(field.path() + ".");
    }

    private static boolean empty(@Nullable Object value) {
        return value == null
                || "".equals(value)
                || List.of().equals(value)
                || Map.of().equals(value);
    }
}
