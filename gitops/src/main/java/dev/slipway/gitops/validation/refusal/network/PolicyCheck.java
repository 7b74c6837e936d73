package dev.slipway.gitops.validation.refusal.network;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Cidr;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A NetworkPolicy names peers and ports that can be. */
public final class PolicyCheck implements ObjectCheck {

    private static final long HIGHEST = 65535;
    private static final Set<String> DIRECTIONS = Set.of("Ingress", "Egress");

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("NetworkPolicy") || !object.group().equals("networking.k8s.io")) {
            return;
        }
        List<@Nullable Object> types = object.list("spec", "policyTypes");
        for (int i = 0; i < types.size(); i++) {
            if (!DIRECTIONS.contains(String.valueOf(types.get(i)))) {
                found.accept(refused(
                        "/spec/policyTypes/" + i, "\"" + types.get(i) + "\" is no direction.", "Ingress or Egress"));
            }
        }
        rules(object, "ingress", "from", found);
        rules(object, "egress", "to", found);
    }

    private static void rules(Resource object, String rules, String peers, Consumer<Violation> found) {
        List<@Nullable Object> all = object.list("spec", rules);
        for (int i = 0; i < all.size(); i++) {
            String at = "/spec/" + rules + "/" + i;
            List<@Nullable Object> list = Objects.requireNonNullElse(Values.list(all.get(i), peers), List.of());
            for (int j = 0; j < list.size(); j++) {
                peer(Values.asMap(list.get(j)), at + "/" + peers + "/" + j, found);
            }
            List<@Nullable Object> ports = Objects.requireNonNullElse(Values.list(all.get(i), "ports"), List.of());
            for (int j = 0; j < ports.size(); j++) {
                port(ports.get(j), at + "/ports/" + j, found);
            }
        }
    }

    private static void peer(@Nullable Map<String, @Nullable Object> peer, String at, Consumer<Violation> found) {
        boolean selects = peer != null && (peer.get("podSelector") != null || peer.get("namespaceSelector") != null);
        boolean block = peer != null && peer.get("ipBlock") != null;
        if (selects == block) {
            found.accept(refused(
                    at,
                    block ? "It names addresses and selects pods." : "Whom it means is not said.",
                    "ipBlock, or podSelector and namespaceSelector"));
        }
        String range = Values.text(peer, "ipBlock", "cidr");
        if (range == null) {
            return;
        }
        Optional<Cidr> whole = Cidr.parse(range);
        if (whole.isEmpty()) {
            found.accept(refused(at + "/ipBlock/cidr", "\"" + range + "\" is no range of addresses.", Cidr.WORDS));
        }
        List<@Nullable Object> except = Objects.requireNonNullElse(Values.list(peer, "ipBlock", "except"), List.of());
        for (int i = 0; i < except.size() && whole.isPresent(); i++) {
            Cidr outer = whole.get();
            if (Cidr.parse(String.valueOf(except.get(i)))
                    .filter(outer::isWiderThan)
                    .isEmpty()) {
                found.accept(refused(
                        at + "/ipBlock/except/" + i,
                        "\"" + except.get(i) + "\" is no part of " + range + ".",
                        "a smaller range within it"));
            }
        }
    }

    private static void port(@Nullable Object port, String at, Consumer<Violation> found) {
        Object value = Values.at(port, "port");
        Object end = Values.at(port, "endPort");
        if (value instanceof Number number && (number.longValue() < 1 || number.longValue() > HIGHEST)) {
            found.accept(refused(at + "/port", number + " is no port.", "1 to " + HIGHEST));
        } else if (value instanceof String name && !Names.isPort(name)) {
            found.accept(refused(at + "/port", "\"" + name + "\" is no name for a port.", Names.PORT));
        }
        if (end instanceof Number last && !(value instanceof Number first && first.longValue() <= last.longValue())) {
            found.accept(refused(
                    at + "/endPort",
                    "The ports to " + last + " have no beginning before it.",
                    "a lower number as port"));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.POLICY_PEERS, at, what, expected);
    }
}
