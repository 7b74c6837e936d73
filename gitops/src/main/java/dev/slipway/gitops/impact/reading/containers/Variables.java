package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Shown;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.kinds.References;
import dev.slipway.kustomize.document.Values;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a container. Of what stands several times the last one holds: the documentation of {@code env} in the API.
 *
 * @param values in words, by name
 * @param repeated the names that stand several times
 */
record Variables(Map<String, String> values, Set<String> repeated) {

    /** @param list where the container stands, for example {@code initContainers} */
    static Variables of(@Nullable Manifest side, String list, String container) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        if (side != null) {
            PodTemplates.of(side.object()).stream()
                    .flatMap(template -> PodTemplates.list(template, list).stream())
                    .filter(each -> container.equals(Values.text(each, "name")))
                    .flatMap(each -> Objects.requireNonNullElse(Values.list(each, "env"), List.of()).stream())
                    .forEach(each -> {
                        String name = Objects.requireNonNullElse(Values.text(each, "name"), "");
                        if (values.put(name, value(each)) != null) {
                            repeated.add(name);
                        }
                    });
        }
        return new Variables(values, repeated);
    }

    private static String value(@Nullable Object variable) {
        Object given = Values.at(variable, "value");
        Object value = given == null ? Values.at(variable, "valueFrom") : given;
        return value == null
                ? "empty"
                : References.of(value).map(References.Reference::words).orElseGet(() -> Shown.text(value));
    }
}
