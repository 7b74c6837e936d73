package dev.slipway.gitops.sets;

import dev.slipway.gitops.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters that a template names and that have no value for some Application, each told once for a set. */
final class Unfilled {

    /** Where texts for others stand, for example legends of dashboards and notifications: their braces are theirs. */
    private static final Set<String> OTHERS = Set.of("values", "valuesObject", "annotations", "commonAnnotations");

    private final Map<Gap, List<String>> gaps = new LinkedHashMap<>();

    private record Gap(String parameter, String field) {}

    void look(
            String application,
            Map<String, @Nullable Object> template,
            @Nullable String patch,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        below(application, template, "template", parameters, templating);
        if (patch != null) {
            text(application, patch, "templatePatch", parameters, templating);
        }
    }

    private void below(
            String application,
            @Nullable Object value,
            String field,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        switch (value) {
            case String text -> text(application, text, field, parameters, templating);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    below(application, list.get(i), field + "[" + i + "]", parameters, templating);
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, each) -> {
                    if (!OTHERS.contains(key)) {
                        below(application, each, field + "." + key, parameters, templating);
                    }
                });
            case null, default -> {}
        }
    }

    private void text(
            String application,
            String text,
            String field,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        if (text.contains("{{")) {
            templating
                    .unfilled(text, parameters)
                    .forEach(each -> gaps.computeIfAbsent(new Gap(each, field), _ -> new ArrayList<>())
                            .add(application));
        }
    }

    List<Finding> findings(String file, String set) {
        return gaps.entrySet().stream()
                .map(each -> new Finding(
                        file,
                        "The ApplicationSet \"" + set + "\": " + each.getKey().field() + " names \""
                                + each.getKey().parameter() + "\", which has no value for " + words(each.getValue())
                                + ".",
                        "a parameter that the generators give",
                        "Correct the name, or give the parameter a value."))
                .toList();
    }

    private static String words(List<String> applications) {
        String first = "\"" + applications.getFirst() + "\"";
        return applications.size() == 1 ? first : first + " and " + (applications.size() - 1) + " more";
    }
}
