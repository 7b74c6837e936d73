package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.kinds.Hosts;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Hosts, routes, Services' ports and types, and policies about traffic. */
public final class NetworkReader implements Reader {

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
            spec(findings, NetworkMeaning.Routing::new);
        } else if (POLICIES.contains(kind)) {
            spec(findings, NetworkMeaning.PolicyChanged::new);
        }
    }

    private static void service(Difference each, Findings findings) {
        FieldPath path = each.path();
        if (path.elementOf("ports").isPresent()) {
            findings.add(
                    each, new NetworkMeaning.ServicePort(path.elementOf("ports").orElse(""), each.turnOf("ports")));
        } else if (path.keys().equals(List.of("spec", "type"))) {
            findings.add(each, new NetworkMeaning.ServiceType(each.textBefore(), each.textAfter()));
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
            findings.claim(NetworkReader::isHost);
        }
    }

    private static boolean isHost(FieldPath path) {
        return path.last().equals("hosts") || path.last().equals("hostnames") || path.isElementOf("rules");
    }

    /** Everything else that it is about, in one sentence. */
    private static void spec(Findings findings, Function<List<String>, NetworkMeaning> meaning) {
        List<Difference> spec = findings.open(path -> path.startsWith("spec"));
        if (!spec.isEmpty()) {
            findings.add(meaning.apply(fields(spec)));
            spec.forEach(findings::claim);
        }
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
