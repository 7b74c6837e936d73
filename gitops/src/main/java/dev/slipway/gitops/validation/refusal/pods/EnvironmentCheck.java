package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables have names, and one source of their value. */
final class EnvironmentCheck implements PodCheck {

    /** As Kubernetes has it since 1.32; before, letters, digits, "-", "_" and "." alone. */
    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e&&[^=]]+");

    private static final Pattern FIELD =
            Pattern.compile("metadata\\.(name|namespace|uid|(labels|annotations)\\['[^']+'])"
                    + "|spec\\.(nodeName|serviceAccountName)|status\\.(hostIPs?|podIPs?)");

    private static final Pattern RESOURCE =
            Pattern.compile("(limits|requests)\\.(cpu|memory|ephemeral-storage|hugepages-.+)");

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        for (Container container : pods.containers()) {
            List<?> variables = container.list("env");
            for (int i = 0; i < variables.size(); i++) {
                variable(variables.get(i), container.pointer() + "/env/" + i, found);
            }
            List<?> all = container.list("envFrom");
            for (int i = 0; i < all.size(); i++) {
                one(
                        Values.asMap(all.get(i)),
                        List.of("configMapRef", "secretRef"),
                        container.pointer() + "/envFrom/" + i,
                        found);
            }
        }
    }

    private static void variable(@Nullable Object variable, String at, Consumer<Violation> found) {
        String name = Values.text(variable, "name");
        if (name != null && !NAME.matcher(name).matches()) {
            found.accept(refused(
                    at + "/name", "\"" + name + "\" is no name for a variable.", "characters of ASCII without \"=\""));
        }
        Map<String, @Nullable Object> from = Values.map(variable, "valueFrom");
        if (from == null) {
            return;
        }
        String value = Values.text(variable, "value");
        if (value != null && !value.isEmpty()) {
            found.accept(
                    refused(at, "The variable \"" + name + "\" has both a value and a valueFrom.", "one of the two"));
        }
        one(from, List.copyOf(from.keySet()), at + "/valueFrom", found);
        String resource = Values.text(from, "resourceFieldRef", "resource");
        if (resource != null && !RESOURCE.matcher(resource).matches()) {
            found.accept(refused(
                    at + "/valueFrom/resourceFieldRef/resource",
                    "A variable cannot be \"" + resource + "\".",
                    "limits. or requests. with cpu, memory or ephemeral-storage"));
        }
        String field = Values.text(from, "fieldRef", "fieldPath");
        if (field != null && !FIELD.matcher(field).matches()) {
            found.accept(refused(
                    at + "/valueFrom/fieldRef/fieldPath",
                    "A variable cannot be \"" + field + "\".",
                    "for example metadata.name, metadata.labels['app'], spec.nodeName, status.podIP"));
        }
    }

    private static void one(
            @Nullable Map<String, @Nullable Object> source, List<String> known, String at, Consumer<Violation> found) {
        List<String> there = known.stream()
                .filter(each -> source != null && source.get(each) != null)
                .toList();
        if (there.size() != 1) {
            found.accept(refused(
                    at,
                    there.isEmpty() ? "No source is named." : String.join(" and ", there) + " are both named.",
                    "one source"));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.ENVIRONMENT, at, what, expected);
    }
}
