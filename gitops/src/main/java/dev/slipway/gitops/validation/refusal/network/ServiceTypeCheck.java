package dev.slipway.gitops.validation.refusal.network;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Cidr;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A Service has only what its type can have. */
public final class ServiceTypeCheck implements ObjectCheck {

    private static final Set<String> OUTSIDE = Set.of("NodePort", "LoadBalancer");
    private static final Set<String> DISTRIBUTIONS = Set.of("PreferClose", "PreferSameZone", "PreferSameNode");
    private static final List<String> OF_BALANCERS =
            List.of("loadBalancerSourceRanges", "loadBalancerClass", "allocateLoadBalancerNodePorts");

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("Service") || !object.group().isEmpty()) {
            return;
        }
        String type = object.text("spec", "type").orElse("ClusterIP");
        if (type.equals("ExternalName")) {
            external(object.text("spec", "externalName").orElse(""), found);
        }
        if (OUTSIDE.contains(type)
                && object.text("spec", "clusterIP").orElse("").equals("None")) {
            found.accept(refused(
                    "/spec/clusterIP",
                    "A Service of the type " + type + " has an address of its own.",
                    "no clusterIP"));
        }
        boolean outside =
                OUTSIDE.contains(type) || !object.list("spec", "externalIPs").isEmpty();
        if (!outside && object.at("spec", "externalTrafficPolicy").isPresent()) {
            only("externalTrafficPolicy", "NodePort or LoadBalancer", type, found);
        }
        for (String field : OF_BALANCERS) {
            boolean there = object.at("spec", field)
                    .filter(each -> !each.equals(List.of()))
                    .isPresent();
            if (there && !type.equals("LoadBalancer")) {
                only(field, "LoadBalancer", type, found);
            }
        }
        addresses(
                object,
                "loadBalancerSourceRanges",
                range -> Cidr.parse(range.strip()).isPresent(),
                Cidr.WORDS,
                found);
        addresses(object, "externalIPs", ServiceTypeCheck::isOutside, "an address that others can reach", found);
        object.text("spec", "trafficDistribution")
                .filter(each -> !DISTRIBUTIONS.contains(each))
                .ifPresent(each -> found.accept(refused(
                        "/spec/trafficDistribution",
                        "\"" + each + "\" is no distribution of traffic.",
                        "PreferClose, PreferSameZone or PreferSameNode")));
        if (object.at("spec", "sessionAffinityConfig").isPresent()
                && !object.text("spec", "sessionAffinity").orElse("").equals("ClientIP")) {
            found.accept(refused(
                    "/spec/sessionAffinityConfig", "There is no session affinity.", "sessionAffinity: ClientIP"));
        }
    }

    private static void addresses(
            Resource object, String field, Predicate<String> isOne, String expected, Consumer<Violation> found) {
        List<@Nullable Object> all = object.list("spec", field);
        for (int i = 0; i < all.size(); i++) {
            String text = String.valueOf(all.get(i));
            if (!isOne.test(text)) {
                found.accept(refused("/spec/" + field + "/" + i, "\"" + text + "\" cannot be among them.", expected));
            }
        }
    }

    /** Source: {@code ValidateNonSpecialIP}. */
    private static boolean isOutside(String text) {
        if (!Cidr.isAddress(text)) {
            return false;
        }
        InetAddress address = InetAddress.ofLiteral(text);
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isMCLinkLocal();
    }

    private static void external(String name, Consumer<Violation> found) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!Names.isSubdomain(bare)) {
            found.accept(refused(
                    "/spec/externalName",
                    name.isEmpty() ? "Which name it stands for is not said." : "\"" + name + "\" is no name of DNS.",
                    Names.SUBDOMAIN));
        }
    }

    private static void only(String field, String types, String type, Consumer<Violation> found) {
        found.accept(refused(
                "/spec/" + field, "A Service of the type " + type + " has no " + field + ".", "the type " + types));
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.SERVICE_TYPE, at, what, expected);
    }
}
