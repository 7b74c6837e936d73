package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CustomResourceDefinition is called after what it defines, and stores one version. */
public final class DefinitionCheck implements ObjectCheck {

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("CustomResourceDefinition")
                || !object.apiVersion().equals("apiextensions.k8s.io/v1")) {
            return;
        }
        String plural = object.text("spec", "names", "plural").orElse("");
        String group = object.text("spec", "group").orElse("");
        if (!plural.isEmpty() && !group.isEmpty() && !object.name().equals(plural + "." + group)) {
            found.accept(Violation.refused(
                    Rule.DEFINITION,
                    "/metadata/name",
                    "\"" + object.name() + "\" is not called after what it defines.",
                    plural + "." + group));
        }
        List<@Nullable Object> versions = object.list("spec", "versions");
        long stored = versions.stream()
                .filter(each -> "true".equals(Values.text(each, "storage")))
                .count();
        if (!versions.isEmpty() && stored != 1) {
            found.accept(Violation.refused(
                    Rule.DEFINITION,
                    "/spec/versions",
                    stored == 0 ? "No version is stored." : stored + " versions are stored.",
                    "storage: true in one version"));
        }
    }
}
