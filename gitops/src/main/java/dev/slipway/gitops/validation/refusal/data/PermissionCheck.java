package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Roles say what of which group is permitted, and bindings to whom. */
public final class PermissionCheck implements ObjectCheck {

    private static final String GROUP = "rbac.authorization.k8s.io";

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.group().equals(GROUP)) {
            return;
        }
        List<@Nullable Object> rules = object.list("rules");
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), object.kind().equals("ClusterRole"), "/rules/" + i, found);
        }
        List<@Nullable Object> subjects = object.list("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            subject(subjects.get(i), object.kind().equals("ClusterRoleBinding"), "/subjects/" + i, found);
        }
        String group = object.text("roleRef", "apiGroup").orElse("");
        if (!group.isEmpty() && !group.equals(GROUP)) {
            found.accept(refused("/roleRef/apiGroup", "\"" + group + "\" has no roles.", GROUP));
        }
    }

    private static void rule(@Nullable Object rule, boolean wide, String at, Consumer<Violation> found) {
        if (list(rule, "verbs").isEmpty()) {
            found.accept(refused(at, "What may be done is not said.", "verbs"));
        }
        boolean groups = !list(rule, "apiGroups").isEmpty();
        boolean resources = !list(rule, "resources").isEmpty();
        if (!list(rule, "nonResourceURLs").isEmpty()) {
            if (!wide || groups || resources) {
                found.accept(refused(
                        at + "/nonResourceURLs",
                        wide ? "Paths and resources are in one rule." : "A Role permits no paths of the API server.",
                        wide ? "a rule for each" : "a ClusterRole"));
            }
        } else if (!groups || !resources) {
            found.accept(refused(
                    at,
                    resources ? "Of which API groups the resources are is not said." : "Which resources is not said.",
                    resources ? "apiGroups, for example [\"\"] for those of v1" : "apiGroups and resources"));
        }
    }

    private static void subject(@Nullable Object subject, boolean wide, String at, Consumer<Violation> found) {
        boolean account = "ServiceAccount".equals(Values.text(subject, "kind"));
        String namespace = Objects.requireNonNullElse(Values.text(subject, "namespace"), "");
        if (account && wide && namespace.isEmpty()) {
            found.accept(refused(at, "The namespace of the ServiceAccount is not said.", "namespace"));
        }
        String group = Objects.requireNonNullElse(Values.text(subject, "apiGroup"), "");
        String right = account ? "" : GROUP;
        if (!group.isEmpty() && !group.equals(right)) {
            found.accept(refused(
                    at + "/apiGroup",
                    "\"" + group + "\" has no " + Values.text(subject, "kind") + ".",
                    account ? "no apiGroup" : GROUP));
        }
    }

    private static List<@Nullable Object> list(@Nullable Object holder, String field) {
        return Objects.requireNonNullElse(Values.list(holder, field), List.of());
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.PERMISSIONS, at, what, expected);
    }
}
