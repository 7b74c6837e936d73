package dev.slipway.gitops.parity.dependencies;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.gitops.parity.terms.Ingresses;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts outside the cluster that manifests name as something to call: URLs in variables and ConfigMaps, hosts in variables whose
 * name says so, ServiceEntries, single addresses in network policies. Left out is what needs no declaration: loopback, names
 * without a dot, names below {@code .svc} and {@code .local}, and the hosts under which the service itself is reached.
 */
final class Egress {

    private static final Pattern URL =
            Pattern.compile("[a-z][a-z0-9+.-]*://(?:[^/@\\s]*@)?(\\[[0-9A-Fa-f:]+]|[A-Za-z0-9.-]+)");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++)(:[0-9]{1,5})?");
    private static final Pattern CALLED =
            Pattern.compile(".*(HOST|ADDR|ENDPOINT|SERVER|URL|URI|BROKER|UPSTREAM|TARGET).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIVATE = Pattern.compile(
            "localhost|127\\..*|0\\.0\\.0\\.0|\\[?::1]?|.*\\.svc|.*\\.svc\\..*|.*\\.local|.*\\.cluster\\.local|[^.:\\[]+");

    private final Map<String, String> hosts = new TreeMap<>();
    private final Set<String> own;

    private Egress(Set<String> own) {
        this.own = own;
    }

    /** Hosts in small letters, each with where it stands first. */
    static Map<String, String> of(Manifests manifests) {
        Set<String> own = new TreeSet<>();
        manifests
                .all(Set.of("Ingress", "VirtualService", "HTTPRoute"))
                .flatMap(each -> Ingresses.hosts(each).stream())
                .forEach(own::add);
        Egress egress = new Egress(own);
        manifests.workloads().flatMap(each -> each.containers().stream()).forEach(egress::variables);
        manifests.own(Set.of("ConfigMap")).forEach(egress::configuration);
        manifests.own(Set.of("ServiceEntry")).forEach(egress::entry);
        manifests.all(Set.of("NetworkPolicy")).forEach(egress::policy);
        return egress.hosts;
    }

    private void variables(Container container) {
        for (Object variable : container.items("env")) {
            String name = String.valueOf(Values.text(variable, "name"));
            String value = Values.text(variable, "value");
            if (value != null) {
                take(name, value, container.object() + " " + container.path() + ".env[" + name + "]");
            }
        }
        for (String field : List.of("command", "args")) {
            container
                    .items(field)
                    .forEach(each -> urls(Facts.text(each), container.object() + " " + container.path() + "." + field));
        }
    }

    private void configuration(Resource map) {
        map.map("data").forEach((key, value) -> take(key, Facts.text(value), Facts.object(map) + " data[" + key + "]"));
    }

    private void take(String name, String value, String where) {
        urls(value, where);
        Matcher bare = HOST.matcher(value.strip());
        if (bare.matches() && (bare.group(2) != null || CALLED.matcher(name).matches()) && !isNumber(bare.group(1))) {
            add(bare.group(1), where);
        }
    }

    /** {@code 1.5:30} is a number with something behind it, {@code 10.0.0.7} an address. */
    private static boolean isNumber(String text) {
        return text.matches("[0-9]+(\\.[0-9]+){1,2}");
    }

    private void urls(String text, String where) {
        Matcher matcher = URL.matcher(text);
        while (matcher.find()) {
            add(matcher.group(1), where);
        }
    }

    private void entry(Resource entry) {
        if (!entry.text("spec", "location").orElse("").equals("MESH_INTERNAL")) {
            entry.list("spec", "hosts").forEach(each -> add(Facts.text(each), Facts.object(entry) + " spec.hosts"));
        }
    }

    private void policy(Resource policy) {
        List<@Nullable Object> peers = new ArrayList<>();
        policy.list("spec", "egress").forEach(rule -> peers.addAll(Workload.items(rule, "to")));
        for (Object peer : peers) {
            String block = Values.text(peer, "ipBlock", "cidr");
            if (block != null && (block.endsWith("/32") || block.endsWith("/128"))) {
                add(block.substring(0, block.indexOf('/')), Facts.object(policy) + " spec.egress");
            }
        }
    }

    private void add(String host, String where) {
        String name = host.toLowerCase(Locale.ROOT);
        if (!PRIVATE.matcher(name).matches() && !own.contains(name)) {
            hosts.putIfAbsent(name, where);
        }
    }
}
