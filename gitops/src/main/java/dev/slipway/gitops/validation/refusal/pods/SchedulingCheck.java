package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Cidr;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where pods may run, and what they are called there. */
final class SchedulingCheck implements PodCheck {

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        List<@Nullable Object> tolerations = pods.list("tolerations");
        for (int i = 0; i < tolerations.size(); i++) {
            toleration(tolerations.get(i), pods.pointer() + "/tolerations/" + i, found);
        }
        for (String field : List.of("hostname", "subdomain")) {
            String name = pods.text(field).orElse("");
            if (!name.isEmpty() && !Names.isLabel(name)) {
                found.accept(refused(
                        pods.pointer() + "/" + field, "\"" + name + "\" is no " + field + " for a pod.", Names.LABEL));
            }
        }
        nodes(pods, found);
        aliases(pods, found);
        affinity(pods, found);
        spread(pods, found);
        List<@Nullable Object> servers = pods.list("dnsConfig", "nameservers");
        if (pods.text("dnsPolicy").orElse("").equals("None") && servers.isEmpty()) {
            found.accept(refused(
                    pods.pointer() + "/dnsPolicy",
                    "Whom the pods ask for names is not said.",
                    "dnsConfig.nameservers, or another dnsPolicy"));
        }
    }

    private static void nodes(Pods pods, Consumer<Violation> found) {
        Map<String, @Nullable Object> nodes = Values.map(pods.spec(), "nodeSelector");
        if (nodes == null) {
            return;
        }
        nodes.forEach((key, value) -> {
            String text = Values.text(nodes, key);
            if (!Names.isQualified(key) || (text != null && !Names.isLabelValue(text))) {
                found.accept(refused(
                        pods.pointer() + "/nodeSelector",
                        "No node can have the label \"" + key + "\" with \"" + text + "\".",
                        "a label as Kubernetes admits them"));
            }
        });
    }

    private static void aliases(Pods pods, Consumer<Violation> found) {
        List<@Nullable Object> aliases = pods.list("hostAliases");
        for (int i = 0; i < aliases.size(); i++) {
            String address = text(aliases.get(i), "ip");
            if (!Cidr.isAddress(address)) {
                found.accept(refused(
                        pods.pointer() + "/hostAliases/" + i + "/ip",
                        "\"" + address + "\" is no address.",
                        "for example 10.0.0.1"));
            }
        }
    }

    private static void affinity(Pods pods, Consumer<Violation> found) {
        String required = "requiredDuringSchedulingIgnoredDuringExecution";
        Map<String, @Nullable Object> nodes = Values.map(pods.spec(), "affinity", "nodeAffinity", required);
        List<?> terms = nodes == null ? null : Values.list(nodes, "nodeSelectorTerms");
        if (nodes != null && (terms == null || terms.isEmpty())) {
            found.accept(refused(
                    pods.pointer() + "/affinity/nodeAffinity/" + required + "/nodeSelectorTerms",
                    "Which nodes are required is not said.",
                    "at least one term"));
        }
    }

    private static void spread(Pods pods, Consumer<Violation> found) {
        List<@Nullable Object> constraints = pods.list("topologySpreadConstraints");
        for (int i = 0; i < constraints.size(); i++) {
            if (!text(constraints.get(i), "minDomains").isEmpty()
                    && !text(constraints.get(i), "whenUnsatisfiable").equals("DoNotSchedule")) {
                found.accept(refused(
                        pods.pointer() + "/topologySpreadConstraints/" + i + "/minDomains",
                        "Pods that are scheduled anyway need no number of domains.",
                        "whenUnsatisfiable: DoNotSchedule"));
            }
        }
    }

    private static void toleration(@Nullable Object toleration, String at, Consumer<Violation> found) {
        String key = text(toleration, "key");
        String operator = text(toleration, "operator");
        if (key.isEmpty() && !operator.equals("Exists")) {
            found.accept(
                    refused(at, "It does not say which taint it tolerates.", "a key, or operator: Exists for all"));
        }
        if (operator.equals("Exists") && !text(toleration, "value").isEmpty()) {
            found.accept(refused(
                    at + "/value",
                    "With operator \"Exists\" the value is not looked at.",
                    "no value, or operator: Equal"));
        }
        if (!text(toleration, "tolerationSeconds").isEmpty()
                && !text(toleration, "effect").equals("NoExecute")) {
            found.accept(refused(
                    at + "/effect", "Only what would be evicted is tolerated for a time.", "effect: NoExecute"));
        }
    }

    private static String text(@Nullable Object holder, String field) {
        return Objects.requireNonNullElse(Values.text(holder, field), "");
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.SCHEDULING, at, what, expected);
    }
}
