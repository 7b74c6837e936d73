package dev.slipway.gitops.parity.facts;

import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container of a workload.
 *
 * @param role {@code containers} or {@code initContainers}
 * @param path in the workload's object
 */
public record Container(
        Workload workload, String role, String name, String path, Map<String, @Nullable Object> content) {

    public String object() {
        return workload.name();
    }

    public Map<String, @Nullable Object> map(String... at) {
        return Workload.map(content, at);
    }

    public List<@Nullable Object> items(String... at) {
        return Workload.items(content, at);
    }

    public @Nullable Object at(String... at) {
        return Values.at(content, at);
    }

    /** A port by its name is the number that the container gives it; what has no number stays as it is. */
    public String port(@Nullable Object port) {
        String wanted = String.valueOf(port);
        return items("ports").stream()
                .filter(each -> wanted.equals(Values.text(each, "name")))
                .map(each -> Objects.requireNonNullElse(Values.text(each, "containerPort"), wanted))
                .findFirst()
                .orElse(wanted);
    }
}
