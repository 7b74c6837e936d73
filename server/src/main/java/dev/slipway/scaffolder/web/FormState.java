package dev.slipway.scaffolder.web;

import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.FormField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The answers of a form that is being filled in; every page of it carries all of them. */
record FormState(Form form, Map<String, @Nullable Object> values) {

    private static final String PREFIX = "v.";

    /** What the browser sent, page by page: an answer may decide which fields a later page has. */
    static FormState of(Form form, MultiValueMap<String, String> sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int page = 0; page < form.pages(); page++) {
            for (int round = 0; round < 2; round++) {
                form.fields(page, values).forEach(field -> take(field, sent, values));
            }
        }
        return new FormState(form, values);
    }

    private static void take(
            FormField field, MultiValueMap<String, String> sent, Map<String, @Nullable Object> values) {
        List<String> entered = sent.get(PREFIX + field.name());
        if (entered == null) {
            return;
        }
        String text =
                field.type().equals("boolean") ? String.valueOf(entered.contains("true")) : String.join("\n", entered);
        Object value = field.parse(text);
        if (value == null) {
            values.remove(field.name());
        } else {
            values.put(field.name(), value);
        }
    }

    /** The values, and the defaults of what was not answered yet. */
    Map<String, @Nullable Object> withDefaults() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(form.submitted(values));
        all.putAll(values);
        return all;
    }

    /** The first page with one of these problems; the last one for problems without a field. */
    int pageOf(List<FieldProblem> problems) {
        for (int page = 0; page < form.pages(); page++) {
            for (FormField field : form.fields(page, withDefaults())) {
                if (problems.stream().anyMatch(problem -> problem.field().equals(field.name()))) {
                    return page;
                }
            }
        }
        return Math.max(0, form.pages() - 1);
    }

    boolean hasOn(int page, FieldProblem problem) {
        return form.fields(page, withDefaults()).stream()
                .anyMatch(field -> field.name().equals(problem.field()));
    }
}
