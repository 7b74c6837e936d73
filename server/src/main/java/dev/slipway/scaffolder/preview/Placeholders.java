package dev.slipway.scaffolder.preview;

import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands in for answers that are still missing, so that the rest can be shown. */
final class Placeholders {

    private static final String OPENING = "‹";

    private Placeholders() {}

    /** The answers with a placeholder for each required text of a page that has none. */
    static Map<String, @Nullable Object> fill(Form form, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(values);
        for (int page = 0; page < form.pages(); page++) {
            for (FormField field : form.fields(page, values)) {
                if (field.required()
                        && field.value() == null
                        && field.type().equals("string")
                        && field.options().isEmpty()) {
                    filled.put(field.name(), placeholder(field));
                }
            }
        }
        return filled;
    }

    private static String placeholder(FormField field) {
        return field.field().equals("RepoUrlPicker")
                ? "example.org?owner=owner&repo=repository"
                : OPENING + field.name() + "›";
    }

    /** Whether a message is about an answer that is still missing. */
    static boolean standIn(String message) {
        return message.contains(OPENING);
    }

    /** The titles of the fields that have problems. */
    static List<String> missing(Form form, Map<String, @Nullable Object> values, List<FieldProblem> problems) {
        List<String> titles = new ArrayList<>();
        for (int page = 0; page < form.pages(); page++) {
            form.fields(page, values).stream()
                    .filter(field -> problems.stream()
                            .anyMatch(problem -> problem.field().equals(field.path())
                                    || problem.field().startsWith(field.path() + ".")))
                    .map(FormField::title)
                    .forEach(titles::add);
        }
        return titles;
    }
}
