package dev.slipway.gitops.sets;

import dev.slipway.gitops.ApplicationSets.Remark;
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

    /** @param pointer to the field, from the set's {@code spec} */
    private record Gap(String parameter, String pointer) {

        /** The field as people write it. */
        String field() {
            return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                    .replace('/', '.')
                    .replace("~1", "/")
                    .replace("~0", "~")
                    .substring(1);
        }
    }

    void look(
            String application,
            Map<String, @Nullable Object> template,
            @Nullable String patch,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        below(application, template, "/template", parameters, templating);
        if (patch != null) {
            text(application, patch, "/templatePatch", parameters, templating);
        }
    }

    private void below(
            String application,
            @Nullable Object value,
            String pointer,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        switch (value) {
            case String text -> text(application, text, pointer, parameters, templating);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    below(application, list.get(i), pointer + "/" + i, parameters, templating);
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, each) -> {
                    if (!OTHERS.contains(key)) {
                        below(application, each, pointer + "/" + escaped(key), parameters, templating);
                    }
                });
            case null, default -> {}
        }
    }

    private void text(
            String application,
            String text,
            String pointer,
            Map<String, @Nullable Object> parameters,
            Templating templating) {
        if (text.contains("{{")) {
            templating
                    .unfilled(text, parameters)
                    .forEach(each -> gaps.computeIfAbsent(new Gap(each, pointer), _ -> new ArrayList<>())
                            .add(application));
        }
    }

    List<Remark> remarks(String file, String set) {
        return gaps.entrySet().stream()
                .map(each -> new Remark(
                        finding(file, set, each.getKey(), each.getValue()),
                        "/spec" + each.getKey().pointer()))
                .toList();
    }

    private static Finding finding(String file, String set, Gap gap, List<String> applications) {
        return new Finding(
                file,
                "The ApplicationSet \"" + set + "\": " + gap.field() + " names \""
                        + gap.parameter() + "\", which has no value for " + words(applications)
                        + ".",
                "a parameter that the generators give",
                "Correct the name, or give the parameter a value.");
    }

    private static String escaped(Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }

    private static String words(List<String> applications) {
        String first = "\"" + applications.getFirst() + "\"";
        return applications.size() == 1 ? first : first + " and " + (applications.size() - 1) + " more";
    }
}
