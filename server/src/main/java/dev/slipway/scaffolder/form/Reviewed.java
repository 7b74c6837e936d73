package dev.slipway.scaffolder.form;

import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer on the review page.
 *
 * @param title of the field, and of those that it is in
 * @param shown in words; masked where the template says so
 */
public record Reviewed(String title, String shown) {

    private static final String MASK = "••••••";

    /** The answers to these fields; those that the template does not want shown are left out. */
    static List<Reviewed> of(List<FormField> fields, String outer) {
        List<Reviewed> reviewed = new ArrayList<>();
        for (FormField field : fields) {
            Map<?, ?> review = review(field);
            boolean shown =
                    !Boolean.FALSE.equals(review.get("show")) && !field.type().equals("null");
            if (!shown || field.hidden()) {
                continue;
            }
            String title = (outer.isEmpty() ? "" : outer + " › ") + title(field);
            Object mask = review.get("mask");
            if (mask != null) {
                reviewed.add(new Reviewed(title, mask.toString()));
            } else if ((field.fieldset() || field.rows()) && !field.children().isEmpty()) {
                reviewed.addAll(of(field.children(), title));
            } else {
                reviewed.add(new Reviewed(title, words(field)));
            }
        }
        return reviewed;
    }

    private static String title(FormField field) {
        return field.title().matches("[0-9]+") ? String.valueOf(Integer.parseInt(field.title()) + 1) : field.title();
    }

    /** {@code ui:backstage: {review: …}}, also under {@code ui:options}. */
    private static Map<?, ?> review(FormField field) {
        return field.ui("backstage") instanceof Map<?, ?> own && own.get("review") instanceof Map<?, ?> review
                ? review
                : Map.of();
    }

    private static String words(FormField field) {
        Object value = field.value();
        if (value == null || "".equals(value) || List.of().equals(value)) {
            return "—";
        }
        if (field.secret()) {
            return MASK;
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> words(field, each)).collect(Collectors.joining(", "))
                : words(field, value);
    }

    /** What the option is called; yes and no for true and false. */
    private static String words(FormField field, @Nullable Object value) {
        if (field.free() && value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + HiddenInput.text(entry.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        String text = HiddenInput.text(value);
        return field.options().stream()
                .filter(option -> option.value().equals(text))
                .map(FormField.Option::label)
                .findFirst()
                .orElse(value instanceof Boolean yes ? (yes ? "Yes" : "No") : Objects.toString(text));
    }
}
