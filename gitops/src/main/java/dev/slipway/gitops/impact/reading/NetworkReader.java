package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.ContainerMeaning.Turn;
import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;
import java.util.Set;

/** Hosts, routes, Services' ports and types, and policies about traffic. */
final class NetworkReader implements Reader {

    private static final Set<String> ROUTES = Set.of(
            "VirtualService",
            "Gateway",
            "Ingress",
            "HTTPRoute",
            "GRPCRoute",
            "TLSRoute",
            "TCPRoute",
            "UDPRoute",
            "ServiceEntry",
            "DestinationRule");
    private static final Set<String> POLICIES = Set.of(
            "NetworkPolicy",
            "CiliumNetworkPolicy",
            "AuthorizationPolicy",
            "PeerAuthentication",
            "RequestAuthentication",
            "Sidecar");

    @Override
    public void read(ObjectPair pair, Findings findings) {
        String kind = pair.any().object().kind();
        if (!pair.isChanged()) {
            return;
        }
        if (pair.any().is("", "Service")) {
            findings.open().forEach(each -> service(each, findings));
        } else if (ROUTES.contains(kind)) {
            hosts(pair, findings);
            rest(findings).forEach(findings::claim);
        } else if (POLICIES.contains(kind)) {
            List<Difference> spec = spec(findings);
            if (!spec.isEmpty()) {
                findings.add(new NetworkMeaning.PolicyChanged(fields(spec)));
                spec.forEach(findings::claim);
            }
        }
    }

    private static void service(Difference each, Findings findings) {
        FieldPath path = each.path();
        if (path.elementOf("ports").isPresent()) {
            findings.add(
                    each,
                    new NetworkMeaning.ServicePort(
                            path.elementOf("ports").orElse(""),
                            path.isElementOf("ports") ? ContainerReader.turn(each) : Turn.CHANGED));
        } else if (path.keys().equals(List.of("spec", "type"))) {
            findings.add(
                    each,
                    new NetworkMeaning.ServiceType(
                            ContainerReader.text(each.before()), ContainerReader.text(each.after())));
        }
    }

    private static void hosts(ObjectPair pair, Findings findings) {
        Set<String> before = Hosts.of(pair.before());
        Set<String> after = Hosts.of(pair.after());
        after.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> findings.add(new NetworkMeaning.Host(each, true)));
        before.stream()
                .filter(each -> !after.contains(each))
                .forEach(each -> findings.add(new NetworkMeaning.Host(each, false)));
        if (!before.equals(after)) {
            findings.open().stream().filter(each -> isHost(each.path())).forEach(findings::claim);
        }
    }

    private static boolean isHost(FieldPath path) {
        return path.last().equals("hosts") || path.last().equals("hostnames") || path.isElementOf("rules");
    }

    private static List<Difference> rest(Findings findings) {
        List<Difference> spec = spec(findings);
        if (!spec.isEmpty()) {
            findings.add(new NetworkMeaning.Routing(fields(spec)));
        }
        return spec;
    }

    private static List<Difference> spec(Findings findings) {
        return findings.open().stream()
                .filter(each -> each.path().startsWith("spec"))
                .toList();
    }

    private static List<String> fields(List<Difference> differences) {
        return differences.stream()
                .map(each -> each.path().toString())
                .map(each -> each.replaceFirst("^spec\\.?", ""))
                .distinct()
                .limit(4)
                .toList();
    }
}
